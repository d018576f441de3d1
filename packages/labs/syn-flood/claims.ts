import type { Claim } from '@lockstep/lab';
import { sourceOf } from './addresses.ts';
import {
  acceptQueueBefore,
  answerToClient,
  clientsFate,
  clientsSyns,
  counted,
  forgedSyns,
  halfOpenBefore,
  noPlace,
} from './flood.ts';

const fillsTheAcceptQueue: Claim = {
  id: 'accept-queue',
  text: { en: '“A SYN flood fills the accept queue.”', zh: '“SYN 洪泛填满的是全连接队列。”' },
  verdict(trace) {
    const full = noPlace(trace);
    const accept = full && acceptQueueBefore(trace, full.seq);
    if (!full || !accept || accept.waiting > 0) return undefined;
    const halfOpen = halfOpenBefore(trace, full.seq);
    return {
      judgement: 'wrong',
      because: {
        en: `When the first SYN found no place, the accept queue held ${accept.waiting} of ${accept.limit}. Full were the places for half-open connections: ${halfOpen}. None of the forged handshakes was ever finished.`,
        zh: `第一个 SYN 没有位置时，全连接队列里是 ${accept.waiting} / ${accept.limit}。满的是半连接的位置：${halfOpen} 个。伪造的握手一个也没有完成。`,
      },
      evidence: [accept.seq, full.seq],
    };
  },
};

const blockTheAddress: Claim = {
  id: 'block-address',
  text: {
    en: '“Block the attacker’s address, and a SYN flood is over.”',
    zh: '“封掉攻击者的地址，SYN 洪泛就停了。”',
  },
  verdict(trace) {
    const forged = forgedSyns(trace);
    const [first, last] = [forged[0], forged.at(-1)];
    const own = trace.header.actors.find(({ id }) => id === 'attacker')?.address;
    const sources = new Set(forged.map(sourceOf));
    if (!first || !last || own === undefined || sources.has(own)) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `Which address? The attacker’s is ${own}. Its ${forged.length} SYNs named ${sources.size} others, and not once its own.`,
        zh: `封哪个？攻击者的地址是 ${own}。它的 ${forged.length} 个 SYN 写了 ${sources.size} 个别的地址，一次也没写自己的。`,
      },
      evidence: [first.seq, last.seq],
    };
  },
};

const cookiesAreSlow: Claim = {
  id: 'cookies-slow',
  text: { en: '“SYN cookies make connecting slower.”', zh: '“SYN cookie 让连接变慢。”' },
  verdict(trace) {
    const back = counted(trace, 'SyncookiesRecv');
    const syns = clientsSyns(trace);
    const [syn] = syns;
    const answer = answerToClient(trace);
    const fate = clientsFate(trace);
    if (!back || !syn || !answer || fate?.kind !== 'in' || syns.length > 1) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'The client came in by a cookie: one SYN, one answer, one ACK, as without. Nothing was sent that is not sent otherwise.',
        zh: '客户端凭 cookie 进来：一个 SYN、一个应答、一个 ACK，与平常一样，没有多发任何东西。',
      },
      evidence: [syn.seq, answer.seq, back.seq],
    };
  },
};

export const claims: readonly Claim[] = [fillsTheAcceptQueue, blockTheAddress, cookiesAreSlow];

import type { Claim } from '@lockstep/lab';
import { cut, isWhole, mixed, receives, sends } from './readings.ts';

const oneForOne: Claim = {
  id: 'one-for-one',
  text: { en: '“Each send() is matched by one recv().”', zh: '“一次 send() 对应一次 recv()。”' },
  verdict(trace) {
    const [sent, received] = [sends(trace), receives(trace)];
    const last = received.at(-1);
    if (!last || !isWhole(trace)) return undefined;
    const misfit = mixed(trace) ?? cut(trace);
    if (!misfit)
      return {
        judgement: 'half-right',
        because: {
          en: `In this run it was so, ${sent.length} to ${received.length}: each recv() came when exactly one message lay there. Nobody promises that; change the knobs.`,
          zh: `这次运行确实如此，${sent.length} 对 ${received.length}：每次 recv() 时恰好只有一条消息在那里。没有谁保证这一点；换换旋钮。`,
        },
        evidence: received.map(({ event }) => event.seq),
      };
    return {
      judgement: 'wrong',
      because: {
        en: `${sent.length} send() and ${received.length} recv(): ${sizes(sent)} bytes went in, ${sizes(received)} came out. All bytes, in order; where a send() ended was not kept.`,
        zh: `${sent.length} 次 send()，${received.length} 次 recv()：放进去 ${sizes(sent)} 字节，取出来 ${sizes(received)} 字节。一个不少，次序不变；只是没有记下每次发送到哪里为止。`,
      },
      evidence: [misfit.event.seq, last.event.seq],
    };
  },
};

const recvFills: Claim = {
  id: 'recv-fills',
  text: { en: '“recv(n) returns n bytes.”', zh: '“recv(n) 会返回 n 个字节。”' },
  verdict(trace) {
    const most = Number(trace.header.knobs['recvBytes']);
    const short = receives(trace).find(({ first, end }) => end - first < most);
    if (!short) return undefined;
    const taken = short.end - short.first;
    return {
      judgement: 'wrong',
      because: {
        en: `recv(${most}) returned ${taken}. The number is an upper limit: what is there is given at once, and nobody waits for more.`,
        zh: `recv(${most}) 返回了 ${taken} 个。这个数只是上限：有多少立刻给多少，不会为凑够而等。`,
      },
      evidence: [short.event.seq],
    };
  },
};

/** `500 + 500 + 500`. */
function sizes(pieces: ReturnType<typeof sends>): string {
  const shown = pieces.slice(0, MOST_SIZES).map(({ first, end }) => String(end - first));
  return [...shown, ...(pieces.length > MOST_SIZES ? ['…'] : [])].join(' + ');
}

const MOST_SIZES = 6;

export const claims: readonly Claim[] = [oneForOne, recvFills];

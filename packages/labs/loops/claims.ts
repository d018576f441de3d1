import type { Claim } from '@lockstep/lab';
import { accepted, firstServed, mostConnected, secondConnected } from './readings.ts';

const nobodyElseConnects: Claim = {
  id: 'cannot-connect',
  text: {
    en: '“While a one-at-a-time server serves a client, nobody else can connect.”',
    zh: '“一次只服务一个客户端的服务器，忙的时候别人连不上。”',
  },
  verdict(trace) {
    const connected = secondConnected(trace);
    const gone = firstServed(trace);
    if (!connected || connected.error !== undefined || !gone || connected.seq > gone.seq) return undefined;
    const second = accepted(trace)[1];
    return {
      judgement: 'wrong',
      because: {
        en: `Client 2 was connected before client 1 had gone. ${second ? 'It was only not served: accept() took it later.' : 'It was only never served: accept() was not called again.'}`,
        zh: `客户端 1 还没走，客户端 2 就已连上，只是${second ? '还没有人服务它：accept() 后来才取走它' : '一直没有人服务它：accept() 没有再被调用'}。`,
      },
      evidence: [connected.seq, gone.seq, ...(second ? [second.seq] : [])],
    };
  },
};

const backlogLimitsClients: Claim = {
  id: 'backlog-limits',
  text: {
    en: '“listen(n): at most n clients can be connected at one time.”',
    zh: '“listen(n)：最多 n 个客户端同时连接。”',
  },
  verdict(trace) {
    const backlog = Number(trace.header.knobs['backlog']);
    const { count, seq } = mostConnected(trace);
    if (count <= backlog) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `With listen(${backlog}), ${count} were connected at one time. The number limits those who wait for accept(), and Linux lets one more wait; those already taken do not count.`,
        zh: `listen(${backlog}) 之下，同时连接的有 ${count} 个。这个数限制的是等待 accept() 的连接，Linux 还会多放一个；已被取走的不算在内。`,
      },
      evidence: [seq],
    };
  },
};

export const claims: readonly Claim[] = [nobodyElseConnects, backlogLimitsClients];

import { type Claim, findOf, findSegment } from '@lockstep/lab';
import {
  ackOf,
  closeAfterShutdown,
  closeThatSent,
  closingSegments,
  dataAfterFin,
  firstFin,
  newsOfTheEnd,
  reset,
  secondFin,
  timeWaiters,
} from './ending.ts';

const rstMeansResend: Claim = {
  id: 'rst-resend',
  text: { en: '“RST means: send it again.”', zh: '“RST 的意思是请求重发。”' },
  verdict(trace) {
    const rst = reset(trace);
    const closed =
      rst &&
      findOf(trace, 'socket.state', ({ actor, state }) => actor === `${rst.to}.kernel` && state === 'CLOSED', rst.seq);
    if (!closed || findSegment(trace, ({ seq }) => seq > rst.seq)) return undefined;
    const news = newsOfTheEnd(trace);
    return {
      judgement: 'wrong',
      because: {
        en: 'It means reset: the connection is gone, at once. The end that got it went to CLOSED, and nobody sent anything after it.',
        zh: '它的意思是重置：连接立刻作废。收到的一端进入 CLOSED，此后谁也没有再发任何东西。',
      },
      evidence: [rst.seq, closed.seq, ...(news ? [news.seq] : [])],
    };
  },
};

const closeSendsFin: Claim = {
  id: 'close-sends-fin',
  text: { en: '“close() always sends FIN.”', zh: '“close() 总会发出 FIN。”' },
  verdict(trace) {
    const rst = reset(trace);
    const close = closeThatSent(trace, rst);
    if (rst && close)
      return {
        judgement: 'wrong',
        because: {
          en: 'This close() sent RST. It does so with SO_LINGER 0, and when bytes have come that the program never read.',
          zh: '这个 close() 发出的是 RST。设了 SO_LINGER 0，或者已到的字节还没读，都会如此。',
        },
        evidence: [close.seq, rst.seq],
      };
    const [fin, later] = [firstFin(trace), closeAfterShutdown(trace)];
    return (
      fin &&
      later && {
        judgement: 'wrong',
        because: {
          en: 'This close() sent no FIN: shutdown(SHUT_WR) had sent it long before. close() gave back the descriptor.',
          zh: '这个 close() 没有发 FIN：shutdown(SHUT_WR) 早已发过。close() 只是归还了描述符。',
        },
        evidence: [fin.seq, later.seq],
      }
    );
  },
};

const fourSegments: Claim = {
  id: 'four-segments',
  text: { en: '“Closing a TCP connection takes four segments.”', zh: '“关闭一个 TCP 连接要四次挥手，四个报文段。”' },
  verdict(trace) {
    const segments = closingSegments(trace);
    const evidence = segments.map(({ seq }) => seq);
    const rst = reset(trace);
    if (segments.length === 1 && rst)
      return {
        judgement: 'half-right',
        because: { en: 'An orderly one does. Here one RST was the end.', zh: '有序关闭才是。这里一个 RST 就结束了。' },
        evidence,
      };
    const shared = ackOf(trace, firstFin(trace));
    if (segments.length === 3 && shared?.seq === secondFin(trace)?.seq)
      return {
        judgement: 'half-right',
        because: {
          en: 'Four things must be said, but the ACK and the second FIN went in one segment: three travelled.',
          zh: '要说的有四件事，但 ACK 与第二个 FIN 合在一个报文段里：只走了三个。',
        },
        evidence,
      };
    if (segments.length !== 4 || rst) return undefined;
    return {
      judgement: 'right',
      because: {
        en: 'In this run: FIN and ACK for each direction, and none of them shared a segment.',
        zh: '在这次运行中是的：每个方向一个 FIN、一个 ACK，没有合并。',
      },
      evidence,
    };
  },
};

const finClosesBoth: Claim = {
  id: 'fin-closes-both',
  text: { en: '“After a FIN the connection is closed.”', zh: '“FIN 之后连接就关闭了。”' },
  verdict(trace) {
    const [fin, data] = [firstFin(trace), dataAfterFin(trace)];
    const read = data && ackOf(trace, fin);
    if (!fin || !data || !read) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `FIN closes one direction. The other one carried ${data.length} bytes afterwards.`,
        zh: `FIN 只关闭一个方向。此后另一个方向还送来了 ${data.length} 字节。`,
      },
      evidence: [fin.seq, data.seq],
    };
  },
};

const serverWaits: Claim = {
  id: 'time-wait-server',
  text: { en: '“TIME-WAIT is a state of the client.”', zh: '“TIME-WAIT 是客户端的状态。”' },
  verdict(trace) {
    const waiters = timeWaiters(trace);
    const server = waiters.find(({ actor }) => actor === 'server.kernel');
    const fin = firstFin(trace);
    if (!server || !fin) return undefined;
    return {
      judgement: 'wrong',
      because:
        waiters.length > 1
          ? { en: 'Both closed at once, and both wait.', zh: '双方同时关闭，两端都要等。' }
          : { en: 'The server sent the first FIN, and the server waits.', zh: '服务器先发 FIN，于是服务器要等。' },
      evidence: [fin.seq, ...waiters.map(({ seq }) => seq)],
    };
  },
};

export const claims: readonly Claim[] = [rstMeansResend, closeSendsFin, fourSegments, finClosesBoth, serverWaits];

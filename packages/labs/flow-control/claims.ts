import type { Claim } from '@lockstep/lab';
import { awake, given, isWhole, refused, shut, taken, waiting } from './readings.ts';

const sendFails: Claim = {
  id: 'send-fails',
  text: { en: '“If the receiver is too slow, send() fails.”', zh: '“接收方太慢，send() 就会失败。”' },
  verdict(trace) {
    const error = refused(trace);
    if (error)
      return {
        judgement: 'half-right',
        because: {
          en: 'It raised BlockingIOError, but only because the program had asked never to wait. The connection was well, and later the same bytes were taken.',
          zh: '它抛出了 BlockingIOError，但只是因为程序要求绝不等待。连接好好的，同样的字节后来收下了。',
        },
        evidence: [error.seq],
      };
    const wait = waiting(trace);
    if (!wait?.returned) return undefined;
    const ms = Math.round((wait.returned.at - wait.entered.at) / 1000);
    return {
      judgement: 'wrong',
      because: {
        en: `It waited ${ms} ms, until the reader had made room, and returned as if nothing had been. This is back-pressure.`,
        zh: `它等了 ${ms} 毫秒，直到接收方腾出地方，然后像没事一样返回。这就是反压。`,
      },
      evidence: [wait.entered.seq, wait.returned.seq],
    };
  },
};

const sendDelivers: Claim = {
  id: 'send-delivers',
  text: {
    en: '“When send() has returned, the other side has the data.”',
    zh: '“send() 返回了，对方就收到了。”',
  },
  verdict(trace) {
    const wake = awake(trace);
    const [first] = given(trace);
    const before = taken(trace).filter(({ seq }) => wake && seq < wake.seq);
    const last = before.at(-1);
    if (!last || !first || first.seq < last.seq) return undefined;
    const bytes = before.reduce((sum, event) => sum + (event.bytes ?? 0), 0);
    return {
      judgement: 'wrong',
      because: {
        en: `${before.length} send() with ${bytes} bytes had returned before the other program read its first byte.`,
        zh: `对方程序读到第一个字节之前，已有 ${before.length} 次 send()、共 ${bytes} 字节返回了。`,
      },
      evidence: [last.seq, first.seq],
    };
  },
};

const slowLoses: Claim = {
  id: 'slow-loses',
  text: { en: '“A slow reader loses data.”', zh: '“读得慢，就会丢数据。”' },
  verdict(trace) {
    const closed = shut(trace);
    const last = given(trace).at(-1);
    if (!closed || !last || !isWhole(trace)) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'The buffer was full and the window 0, and yet every byte was read in the end: what found no room had not been sent.',
        zh: '缓冲区满过，窗口到过 0，最后每个字节还是都读到了：放不下的，根本没有发出来。',
      },
      evidence: [closed.seq, last.seq],
    };
  },
};

export const claims: readonly Claim[] = [sendFails, sendDelivers, slowLoses];

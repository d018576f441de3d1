import type { Language } from '../text.ts';

interface SocketTableWords {
  readonly caption: (cursor: number) => string;
  readonly host: string;
  readonly addresses: string;
  readonly kernelSays: string;
  readonly segmentsImply: string;
  readonly queues: string;
  readonly timer: string;
  readonly timers: Readonly<Record<string, string>>;
  readonly empty: string;
  readonly gone: string;
  readonly seconds: (text: string) => string;
}

const english: SocketTableWords = {
  caption: (cursor) => `The kernels’ socket tables at step ${cursor}`,
  host: 'kernel of',
  addresses: 'addresses',
  kernelSays: 'the kernel says',
  segmentsImply: 'the segments imply',
  queues: 'to send / read',
  timer: 'timer',
  timers: { retransmit: 'RTO', 'time-wait': '2MSL', 'fin-wait': 'FIN within', 'zero-window-probe': 'probe' },
  empty: 'No kernel has a socket in its table yet.',
  gone: '(gone)',
  seconds: (text) => `${text} s`,
};

const chinese: SocketTableWords = {
  caption: (cursor) => `第 ${cursor} 步时各内核的套接字表`,
  host: '内核',
  addresses: '地址',
  kernelSays: '内核说',
  segmentsImply: '报文段推知',
  queues: '待发送 / 待读取',
  timer: '定时器',
  timers: { retransmit: 'RTO', 'time-wait': '2MSL', 'fin-wait': '限等 FIN', 'zero-window-probe': '探测' },
  empty: '各内核的表里还没有套接字。',
  gone: '（已无）',
  seconds: (text) => `${text} 秒`,
};

export const socketTableWords: Readonly<Record<Language, SocketTableWords>> = { en: english, zh: chinese };

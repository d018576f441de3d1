import type { Language } from '../text.ts';

interface SocketTableWords {
  readonly caption: (cursor: number) => string;
  readonly host: string;
  readonly local: string;
  readonly remote: string;
  readonly kernelSays: string;
  readonly segmentsImply: string;
  readonly toSend: string;
  readonly toRead: string;
  readonly timer: string;
  readonly empty: string;
  readonly gone: string;
  readonly seconds: (text: string) => string;
}

const english: SocketTableWords = {
  caption: (cursor) => `The kernels’ socket tables at step ${cursor}`,
  host: 'kernel of',
  local: 'own address',
  remote: 'peer',
  kernelSays: 'the kernel says',
  segmentsImply: 'the segments imply',
  toSend: 'to send',
  toRead: 'to read',
  timer: 'timer',
  empty: 'No kernel has a socket in its table yet.',
  gone: 'no longer in the table',
  seconds: (text) => `${text} s`,
};

const chinese: SocketTableWords = {
  caption: (cursor) => `第 ${cursor} 步时各内核的套接字表`,
  host: '内核',
  local: '本端地址',
  remote: '对端',
  kernelSays: '内核说',
  segmentsImply: '报文段推知',
  toSend: '待发送',
  toRead: '待读取',
  timer: '定时器',
  empty: '各内核的表里还没有套接字。',
  gone: '已不在表中',
  seconds: (text) => `${text} 秒`,
};

export const socketTableWords: Readonly<Record<Language, SocketTableWords>> = { en: english, zh: chinese };

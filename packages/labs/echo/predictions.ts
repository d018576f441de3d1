import { type Prediction, returnsOf } from '@lockstep/lab';
import { buffered, confirmed, endRead, read, sent } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'send-returns',
    modes: ['free'],
    question: {
      en: 'The client calls send(). The server’s program sleeps. When does send() return?',
      zh: '客户端调用 send()，服务器程序正在睡觉。send() 何时返回？',
    },
    choices: [
      { id: 'copied', text: { en: 'when its own kernel has a copy', zh: '自己的内核拷走之后' } },
      {
        id: 'confirmed',
        text: { en: 'when the server’s kernel has acknowledged', zh: '服务器内核确认之后' },
        misconception: 'N4',
      },
      { id: 'read', text: { en: 'when the server’s program has read', zh: '服务器程序读到之后' }, misconception: 'N4' },
    ],
    answer(trace) {
      const returned = sent(trace);
      const ack = confirmed(trace);
      const taken = read(trace, 'server');
      if (!returned || !taken || returned.seq > taken.seq) return undefined;
      return ack && returned.seq < ack.seq ? { choice: 'copied', seq: returned.seq } : undefined;
    },
    afterwards: {
      en: '“Send” sounds like a parcel handed over at the door. It is a letter dropped into your own letter box: what happens next is the kernel’s business.',
      zh: '“发送”听起来像当面交货，其实只是把信投进自家门口的信箱：之后的事归内核管。',
    },
  },
  {
    id: 'where',
    modes: ['free'],
    question: {
      en: 'send() has returned, and the server’s program has not called recv() yet. Where do the bytes wait?',
      zh: 'send() 已返回，服务器程序还没有调用 recv()。这些字节在哪里等？',
    },
    choices: [
      { id: 'client', text: { en: 'at the client, until somebody asks', zh: '在客户端，等人来要' } },
      { id: 'server-kernel', text: { en: 'in the server’s kernel', zh: '在服务器的内核里' } },
      { id: 'nowhere', text: { en: 'nowhere: they are lost', zh: '哪儿也不在：丢了' }, misconception: 'N9' },
    ],
    answer(trace) {
      const waiting = buffered(trace);
      const taken = read(trace, 'server');
      return waiting && taken && waiting.seq < taken.seq ? { choice: 'server-kernel', seq: waiting.seq } : undefined;
    },
    afterwards: {
      en: 'No program has to be awake for bytes to travel. Each kernel keeps a receive buffer for each connection, and recv() empties it.',
      zh: '字节赶路不需要哪个程序醒着。内核为每条连接备有接收缓冲区，recv() 只是从中取走。',
    },
  },
  {
    id: 'last-recv',
    modes: ['free'],
    question: {
      en: 'One end has called close(). What does recv() do at the other end?',
      zh: '一端已调用 close()。另一端的 recv() 会怎样？',
    },
    choices: [
      { id: 'waits', text: { en: 'it waits for ever', zh: '一直等下去' } },
      { id: 'empty', text: { en: 'it returns b""', zh: '返回 b""' } },
      { id: 'error', text: { en: 'it raises an error', zh: '抛出异常' } },
    ],
    answer(trace) {
      const empty = endRead(trace);
      if (empty) return { choice: 'empty', seq: empty.seq };
      const failed = returnsOf(trace, 'recv').find(({ error }) => error !== undefined);
      return failed && { choice: 'error', seq: failed.seq };
    },
    afterwards: {
      en: 'A polite end is no error, and silence is not the end: b"" is how the kernel says “no more will come”.',
      zh: '正常结束不是错误，沉默也不是结束：内核用 b"" 表示“不会再有了”。',
    },
  },
];

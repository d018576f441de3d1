import type { Prediction } from '@lockstep/lab';
import { accepted, firstServed, secondConnected, stored } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'second',
    modes: ['free'],
    question: {
      en: 'Client 1 is being served. Now client 2 calls connect(). What happens?',
      zh: '客户端 1 正在接受服务，这时客户端 2 调用 connect()。会怎样？',
    },
    choices: [
      { id: 'waits', text: { en: 'it waits until client 1 has gone', zh: '等到客户端 1 走了' }, misconception: 'N6' },
      { id: 'refused', text: { en: 'it is refused', zh: '被拒绝' } },
      { id: 'at-once', text: { en: 'it is connected at once', zh: '立即连上' } },
    ],
    answer(trace) {
      const returned = secondConnected(trace);
      const gone = firstServed(trace);
      if (!returned) return undefined;
      if (returned.error !== undefined) return { choice: 'refused', seq: returned.seq };
      return gone && returned.seq < gone.seq ? { choice: 'at-once', seq: returned.seq } : undefined;
    },
    afterwards: {
      en: 'The server’s program is busy; its kernel is not. It completes the handshake and keeps the connection in the accept queue.',
      zh: '忙的是服务器的程序，不是它的内核。内核完成握手，把连接放进全连接队列。',
    },
  },
  {
    id: 'where',
    modes: ['free'],
    question: {
      en: 'Client 2 sends its first message, and client 1 is still being served. Where does the message wait?',
      zh: '客户端 2 发出第一条消息时，客户端 1 还在接受服务。这条消息在哪里等？',
    },
    choices: [
      {
        id: 'client',
        text: { en: 'in client 2, until it is accepted', zh: '在客户端 2，等着被接受' },
        misconception: 'N6',
      },
      { id: 'server-kernel', text: { en: 'in the server’s kernel', zh: '在服务器的内核里' } },
      { id: 'lost', text: { en: 'nowhere: it is lost', zh: '哪儿也不在：丢了' }, misconception: 'N9' },
    ],
    answer(trace) {
      const waiting = stored(trace);
      const second = accepted(trace)[1];
      if (!waiting || (second && second.seq < waiting.seq)) return undefined;
      return { choice: 'server-kernel', seq: waiting.seq };
    },
    afterwards: {
      en: 'A connection in the accept queue is complete. It has a receive buffer, and the kernel fills and acknowledges it, though no program knows of it.',
      zh: '全连接队列里的连接是完整的：它有接收缓冲区，内核照样存入数据并确认，尽管还没有程序知道它。',
    },
  },
];

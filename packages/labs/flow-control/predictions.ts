import { findOf, type Prediction } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { awake, given, probes, refused, shut, taken, waiting } from './readings.ts';

const end = (trace: Trace) => findOf(trace, 'run.ended', () => true);

export const predictions: readonly Prediction[] = [
  {
    id: 'no-room',
    modes: ['free'],
    question: {
      en: 'The reader sleeps and both buffers are full. What does the client’s next send() do?',
      zh: '接收方在睡，两边缓冲区都满了。客户端的下一次 send() 会怎样？',
    },
    choices: [
      { id: 'returns', text: { en: 'it returns at once; the kernel finds room', zh: '立即返回，内核总有地方放' } },
      { id: 'drops', text: { en: 'it returns, and bytes are lost', zh: '返回，但丢了字节' }, misconception: 'N9' },
      { id: 'waits', text: { en: 'it waits', zh: '等待' } },
      { id: 'raises', text: { en: 'it raises an error', zh: '抛出异常' } },
      { id: 'not-here', text: { en: 'the buffers do not fill in this run', zh: '这次运行缓冲区没有满' } },
    ],
    answer(trace) {
      const over = end(trace);
      const error = refused(trace);
      if (error) return { choice: 'raises', seq: error.seq };
      const wait = waiting(trace);
      if (wait?.returned) return { choice: 'waits', seq: wait.returned.seq };
      return over && { choice: 'not-here', seq: over.seq };
    },
    afterwards: {
      en: 'A buffer that may not overflow and may not grow leaves one way out: whoever brings more must wait. So a slow reader slows the writer down, across the network.',
      zh: '缓冲区不许溢出，也不许变大，就只剩一条路：再来送的人得等。慢的读者就这样隔着网络让写者慢下来。',
    },
  },
  {
    id: 'while-shut',
    modes: ['free'],
    question: {
      en: 'The window is 0. What does the client’s kernel send until it opens?',
      zh: '窗口为 0。到它打开之前，客户端内核发什么？',
    },
    choices: [
      { id: 'nothing', text: { en: 'nothing at all', zh: '什么也不发' } },
      { id: 'data', text: { en: 'the next data, again and again', zh: '一遍遍发下一批数据' } },
      { id: 'probe', text: { en: 'now and then a question without data', zh: '隔一会儿问一句，不带数据' } },
      { id: 'not-here', text: { en: 'the window is never 0 in this run', zh: '这次运行窗口没有到 0' } },
    ],
    answer(trace) {
      const over = end(trace);
      const [first] = probes(trace);
      if (first) return { choice: 'probe', seq: first.seq };
      const closed = shut(trace);
      return over && { choice: closed ? 'nothing' : 'not-here', seq: closed?.seq ?? over.seq };
    },
    afterwards: {
      en: 'The reader’s kernel will say when there is room. But that one ACK can get lost, and then both would wait for ever: so the sender asks.',
      zh: '有了空位，接收方内核会说。可那一个 ACK 也可能丢，那样双方就永远等下去：所以发送方要问。',
    },
  },
  {
    id: 'returned',
    modes: ['free'],
    question: {
      en: 'The first send() has returned. How much of it has the server’s program read by then?',
      zh: '第一次 send() 已经返回。到那时，服务器程序读到了多少？',
    },
    choices: [
      { id: 'all', text: { en: 'all of it', zh: '全部' }, misconception: 'N4' },
      { id: 'some', text: { en: 'some of it', zh: '一部分' }, misconception: 'N4' },
      { id: 'none', text: { en: 'nothing', zh: '一点也没有' } },
    ],
    answer(trace) {
      const [first] = taken(trace);
      if (!first || !awake(trace)) return undefined;
      const read = given(trace)
        .filter(({ seq }) => seq < first.seq)
        .reduce((sum, { bytes = 0 }) => sum + bytes, 0);
      return { choice: read === 0 ? 'none' : read < (first.bytes ?? 0) ? 'some' : 'all', seq: first.seq };
    },
    afterwards: {
      en: 'send() returns when the bytes are in the own kernel’s buffer. Between there and the other program lie a cable, another buffer, and a program’s will to read.',
      zh: '字节进了自己内核的缓冲区，send() 就返回。从那里到对方程序，还隔着网线、另一个缓冲区，以及对方愿不愿意读。',
    },
  },
];

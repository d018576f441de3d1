import { findOf, hasFlag, type Prediction } from '@lockstep/lab';
import { firstWith, resetByKernel, segmentsOfOneCall, urgentRead } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'which-psh',
    modes: ['free'],
    question: {
      en: 'One sendall() of 2,500 bytes becomes several segments. Which of them have PSH?',
      zh: '一次 sendall() 的 2500 字节变成几个报文段。其中哪些带 PSH？',
    },
    choices: [
      { id: 'all', text: { en: 'all', zh: '全部' } },
      { id: 'first', text: { en: 'the first', zh: '第一个' } },
      { id: 'last', text: { en: 'the last', zh: '最后一个' } },
      { id: 'none', text: { en: 'none: the program did not ask for it', zh: '没有：程序没有要求' } },
      { id: 'other', text: { en: 'some others', zh: '另外几个' } },
    ],
    answer(trace) {
      const segments = segmentsOfOneCall(trace);
      const pushed = segments.map((segment) => hasFlag(segment, 'PSH'));
      const last = segments.at(-1);
      if (!last) return undefined;
      if (pushed.every((one) => !one)) return { choice: 'none', seq: last.seq };
      if (pushed.every((one) => one)) return { choice: 'all', seq: last.seq };
      if (pushed.indexOf(true) === pushed.length - 1) return { choice: 'last', seq: last.seq };
      return { choice: pushed.lastIndexOf(true) === 0 ? 'first' : 'other', seq: last.seq };
    },
    afterwards: {
      en: 'No call of the sockets interface sets PSH. The kernel sets it where a burst ends: here, where it had no more to send.',
      zh: '套接字接口里没有设 PSH 的调用。一阵数据发到头，内核就在那里设上它：这里是手上的都发完了。',
    },
  },
  {
    id: 'which-urgent',
    modes: ['free'],
    question: {
      en: 'The client sends “ABC!” as out-of-band data. How much of it is urgent to the receiver?',
      zh: '客户端把“ABC!”作为带外数据发出。对接收方来说，哪些是紧急的？',
    },
    choices: [
      { id: 'all', text: { en: 'all four bytes', zh: '四个字节都是' } },
      { id: 'last', text: { en: 'the last byte', zh: '最后一个字节' } },
      { id: 'none', text: { en: 'none: it comes as one piece', zh: '都不是：整块到达' } },
    ],
    answer(trace) {
      const [read, urgent] = [urgentRead(trace), firstWith(trace, 'URG')];
      if (read) return { choice: 'last', seq: read.seq };
      const whole =
        urgent &&
        findOf(trace, 'call.returned', ({ call, result }) => call === 'recv' && result === "b'ABC!'", urgent.seq);
      return whole && { choice: 'none', seq: whole.seq };
    },
    afterwards: {
      en: 'URG comes with a pointer, one number. Linux takes the byte before that place for the urgent one; all others are ordinary.',
      zh: 'URG 带着一个指针，只是一个数。Linux 把它所指位置之前的那个字节当作紧急字节，其余都是普通字节。',
    },
  },
  {
    id: 'who-resets',
    modes: ['free'],
    question: { en: 'The last connection meets RST. Who sends it?', zh: '最后一个连接遇到 RST。是谁发的？' },
    choices: [
      { id: 'server-program', text: { en: 'the server’s program', zh: '服务器程序' } },
      { id: 'server-kernel', text: { en: 'the server’s kernel, by itself', zh: '服务器内核，自己发的' } },
      { id: 'client', text: { en: 'the client’s kernel, told by its program', zh: '客户端内核，由程序引起' } },
    ],
    answer(trace) {
      const rst = firstWith(trace, 'RST');
      if (!rst) return undefined;
      if (rst.from === 'client') return { choice: 'client', seq: rst.seq };
      return { choice: resetByKernel(trace) ? 'server-kernel' : 'server-program', seq: rst.seq };
    },
    afterwards: {
      en: 'A segment for which there is no connection and no listener is answered with RST. No program takes part.',
      zh: '报文段找不到连接，也找不到监听者，就用 RST 回答。没有程序参与。',
    },
  },
];

import { findOf, type Prediction } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { atOnce, dataSegments, heldBack, rounds, writes } from './readings.ts';

const end = (trace: Trace) => findOf(trace, 'run.ended', () => true);

export const predictions: readonly Prediction[] = [
  {
    id: 'when-leaves',
    modes: ['free'],
    question: {
      en: 'With the knobs as they are: the first part is on its way. When does the second part leave?',
      zh: '照现在的旋钮：第一部分已在路上。第二部分何时发出？',
    },
    choices: [
      { id: 'at-once', text: { en: 'at once, when it is written', zh: '一写就发' }, misconception: 'N1' },
      { id: 'ack', text: { en: 'when the ACK of the first has come', zh: '第一部分的 ACK 到了之后' } },
      { id: 'same', text: { en: 'in the same segment as the first', zh: '与第一部分在同一个报文段里' } },
    ],
    answer(trace) {
      const [held] = heldBack(trace);
      if (held) return { choice: 'ack', seq: held.segment.seq };
      const prompt = atOnce(trace);
      if (prompt) return { choice: 'at-once', seq: prompt.seq };
      const over = end(trace);
      const [first, second = first] = dataSegments(trace);
      if (!over || !first || !second) return undefined;
      const [round] = rounds(trace);
      return round?.segments === 1 ? { choice: 'same', seq: first.seq } : { choice: 'at-once', seq: second.seq };
    },
    afterwards: {
      en: 'Nagle’s rule: as long as something small is unacknowledged, nothing small is sent after it. What is written meanwhile gathers, and goes together.',
      zh: 'Nagle 的规则：只要还有小的报文段没被确认，就不再发小的。这期间写下的攒在一起，一并发出。',
    },
  },
  {
    id: 'who-waits',
    modes: ['free'],
    question: {
      en: 'Between the first write and its answer: who lets the time pass?',
      zh: '从第一次写到得到回答，时间是谁耗掉的？',
    },
    choices: [
      { id: 'server', text: { en: 'the server’s program, which thinks', zh: '服务器程序，它在思考' } },
      { id: 'client', text: { en: 'the client’s kernel alone: it has a timer', zh: '只是客户端内核：它有定时器' } },
      {
        id: 'both',
        text: {
          en: 'both kernels: one waits for an ACK, one waits before it sends it',
          zh: '两个内核：一个等 ACK，一个等着不发 ACK',
        },
      },
      { id: 'nobody', text: { en: 'nobody holds anything back', zh: '谁也没有扣着什么' } },
    ],
    answer(trace) {
      const over = end(trace);
      const [held] = heldBack(trace);
      if (held) return { choice: 'both', seq: held.ack.seq };
      return over && { choice: 'nobody', seq: rounds(trace)[0]?.answer.seq ?? over.seq };
    },
    afterwards: {
      en: 'Each of the two is sensible alone. The sender saves segments, the receiver saves ACKs; together, and only with write, write, read, they stand still.',
      zh: '两者单独看都有道理：发送方省报文段，接收方省 ACK。凑在一起，又恰好是写、写、读，就都停住了。',
    },
  },
  {
    id: 'how-many',
    modes: ['free'],
    question: {
      en: 'How many data segments carry the first message, compared with the calls that wrote it?',
      zh: '承载第一条消息的数据报文段，与写它的调用相比，有多少？',
    },
    choices: [
      { id: 'same', text: { en: 'as many', zh: '一样多' } },
      { id: 'fewer', text: { en: 'fewer', zh: '更少' } },
      { id: 'more', text: { en: 'more', zh: '更多' } },
    ],
    answer(trace) {
      const [round] = rounds(trace);
      if (!round) return undefined;
      const calls = writes(trace).filter(({ entered }) => entered.seq < round.answer.seq).length;
      const choice = round.segments === calls ? 'same' : round.segments < calls ? 'fewer' : 'more';
      return { choice, seq: round.answer.seq };
    },
    afterwards: {
      en: 'With two parts, Nagle saves nothing: the first leaves at once, the second alone after it. From three parts on, all but the first go together.',
      zh: '只有两部分时，Nagle 什么也省不下：第一部分立刻发出，第二部分随后单独走。三部分以上，除了第一部分，其余都一起走。',
    },
  },
];

import { arrivalOf, type Moment } from '@lockstep/lab';
import { atOnce, dataSegments, heldBack, rounds, writes } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'first',
    label: { en: 'the first part leaves', zh: '第一部分发出' },
    find: (trace) => dataSegments(trace)[0]?.seq,
  },
  {
    id: 'second-write',
    label: { en: 'the second write returns', zh: '第二次写返回' },
    find: (trace) => (heldBack(trace)[0]?.write ?? writes(trace)[1])?.returned.seq,
  },
  { id: 'ack', label: { en: 'the ACK at last', zh: 'ACK 终于发出' }, find: (trace) => heldBack(trace)[0]?.ack.seq },
  {
    id: 'ack-arrives',
    label: { en: 'the ACK arrives', zh: 'ACK 到达' },
    find: (trace) => heldBack(trace)[0]?.arrival.seq,
  },
  {
    id: 'released',
    label: { en: 'what was held back leaves', zh: '扣着的发出' },
    find: (trace) => heldBack(trace)[0]?.segment.seq,
  },
  { id: 'at-once', label: { en: 'it did not wait', zh: '没有等' }, find: (trace) => atOnce(trace)?.seq },
  {
    id: 'complete',
    label: { en: 'the message is whole', zh: '消息齐了' },
    find: (trace) => {
      const [round] = rounds(trace);
      const last = round && dataSegments(trace).findLast(({ seq }) => seq < round.answer.seq);
      return last && arrivalOf(trace, last.frame)?.seq;
    },
  },
  { id: 'answer', label: { en: 'the answer', zh: '回答' }, find: (trace) => rounds(trace)[0]?.answer.seq },
  {
    id: 'last-answer',
    label: { en: 'the last answer', zh: '最后的回答' },
    find: (trace) => rounds(trace).at(-1)?.answer.seq,
  },
];

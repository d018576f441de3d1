import { arrivalOf, findOf, type Moment } from '@lockstep/lab';
import {
  countRead,
  coverages,
  doubled,
  duplicateAcks,
  early,
  held,
  losses,
  lostAck,
  repair,
  repaired,
  repeats,
} from './readings.ts';

export const moments: readonly Moment[] = [
  { id: 'lost', label: { en: 'lost', zh: '丢失' }, find: (trace) => losses(trace)[0]?.seq },
  { id: 'early', label: { en: 'beyond the hole', zh: '越过空洞' }, find: (trace) => early(trace)[0]?.arrival.seq },
  {
    id: 'same-ack',
    label: { en: 'the same ACK again', zh: '同样的 ACK' },
    find: (trace) => duplicateAcks(trace)[0]?.seq,
  },
  { id: 'again', label: { en: 'sent again', zh: '重传' }, find: (trace) => repair(trace)?.again.seq },
  {
    id: 'by-answers',
    label: { en: 'because of answers', zh: '因为收到回答' },
    find: (trace) => repeats(trace).find(({ reason }) => reason === 'answers')?.again.seq,
  },
  {
    id: 'by-timer',
    label: { en: 'because time was out', zh: '因为超时' },
    find: (trace) => repeats(trace).find(({ reason }) => reason === 'timeout')?.again.seq,
  },
  {
    id: 'by-probe',
    label: { en: 'a probe', zh: '探测' },
    find: (trace) => repeats(trace).find(({ reason }) => reason === 'probe')?.again.seq,
  },
  {
    id: 'backed-off',
    label: { en: 'the wait has doubled', zh: '等待翻倍' },
    find: (trace) =>
      findOf(trace, 'socket.timer', ({ actor, retransmits }) => actor === 'client.kernel' && retransmits > 1)?.seq,
  },
  { id: 'filled', label: { en: 'the hole is filled', zh: '空洞补上' }, find: (trace) => repaired(trace)?.seq },
  {
    id: 'one-for-many',
    label: { en: 'one ACK for several', zh: '一个 ACK 管几个' },
    find: (trace) => coverages(trace).find(({ segments }) => segments > 1)?.ack.seq,
  },
  { id: 'lost-ack', label: { en: 'an ACK is lost', zh: 'ACK 丢失' }, find: (trace) => lostAck(trace)?.seq },
  {
    id: 'second-copy',
    label: { en: 'the second copy arrives', zh: '第二份到达' },
    find: (trace) => {
      const event = doubled(trace);
      const first = event && arrivalOf(trace, event.frame);
      return first && findOf(trace, 'tcp.segment-delivered', ({ frame }) => frame === first.frame, first.seq + 1)?.seq;
    },
  },
  { id: 'held', label: { en: 'held back', zh: '扣住' }, find: (trace) => held(trace)?.seq },
  { id: 'complete', label: { en: 'all is read', zh: '全部读到' }, find: (trace) => countRead(trace)?.seq },
];

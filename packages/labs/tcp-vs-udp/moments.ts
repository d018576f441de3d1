import type { Moment } from '@lockstep/lab';
import { endOf, firstFin, firstFrame, firstMessage, glued, held, lost, received, repeated } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'udp-first',
    label: { en: 'UDP: the first frame', zh: 'UDP：第一帧' },
    find: (trace) => firstFrame(trace, 'udp')?.seq,
  },
  {
    id: 'tcp-first',
    label: { en: 'TCP: the first frame', zh: 'TCP：第一帧' },
    find: (trace) => firstFrame(trace, 'tcp')?.seq,
  },
  {
    id: 'tcp-message',
    label: { en: 'TCP: the first message', zh: 'TCP：第一条消息' },
    find: (trace) => firstMessage(trace, 'tcp')?.seq,
  },
  { id: 'lost-udp', label: { en: 'UDP: lost', zh: 'UDP：丢失' }, find: (trace) => lost(trace, 'udp')?.seq },
  { id: 'lost-tcp', label: { en: 'TCP: lost', zh: 'TCP：丢失' }, find: (trace) => lost(trace, 'tcp')?.seq },
  { id: 'held-udp', label: { en: 'UDP: held back', zh: 'UDP：被扣住' }, find: (trace) => held(trace, 'udp')?.seq },
  { id: 'held-tcp', label: { en: 'TCP: held back', zh: 'TCP：被扣住' }, find: (trace) => held(trace, 'tcp')?.seq },
  { id: 'again', label: { en: 'TCP: sent again', zh: 'TCP：重发' }, find: (trace) => repeated(trace)[0]?.seq },
  { id: 'fin', label: { en: 'TCP: the end', zh: 'TCP：结束' }, find: (trace) => firstFin(trace)?.seq },
  {
    id: 'apart',
    label: { en: 'UDP: one datagram', zh: 'UDP：一个数据报' },
    find: (trace) => received(trace, 'udp')[0]?.seq,
  },
  { id: 'glued', label: { en: 'TCP: several at once', zh: 'TCP：几条一起' }, find: (trace) => glued(trace)?.seq },
  {
    id: 'gave-up',
    label: { en: 'UDP: no more patience', zh: 'UDP：不再等' },
    find: (trace) => endOf(trace, 'udp')?.seq,
  },
];

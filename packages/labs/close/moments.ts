import { type Moment, stateReached } from '@lockstep/lab';
import { ackOf, aSecondLater, dataAfterFin, firstFin, newsOfTheEnd, reset, secondFin, timeWaiters } from './ending.ts';

export const moments: readonly Moment[] = [
  { id: 'first-fin', label: { en: 'first FIN', zh: '第一个 FIN' }, find: (trace) => firstFin(trace)?.seq },
  {
    id: 'first-ack',
    label: { en: 'its ACK', zh: '对它的 ACK' },
    find: (trace) => ackOf(trace, firstFin(trace))?.seq,
  },
  {
    id: 'empty',
    label: { en: 'recv() tells of the end', zh: 'recv() 得知结束' },
    find: (trace) => newsOfTheEnd(trace)?.seq,
  },
  {
    id: 'still-sends',
    label: { en: 'data after the FIN', zh: 'FIN 之后的数据' },
    find: (trace) => dataAfterFin(trace)?.seq,
  },
  { id: 'second-fin', label: { en: 'second FIN', zh: '第二个 FIN' }, find: (trace) => secondFin(trace)?.seq },
  {
    id: 'last-ack',
    label: { en: 'the last ACK', zh: '最后的 ACK' },
    find: (trace) => ackOf(trace, secondFin(trace))?.seq,
  },
  { id: 'reset', label: { en: 'RST', zh: 'RST' }, find: (trace) => reset(trace)?.seq },
  {
    id: 'closing',
    label: { en: 'both have closed', zh: '双方都已关闭' },
    find: (trace) => stateReached(trace, 'CLOSING')?.seq,
  },
  { id: 'time-wait', label: { en: 'TIME-WAIT', zh: 'TIME-WAIT' }, find: (trace) => timeWaiters(trace)[0]?.seq },
  {
    id: 'second-later',
    label: { en: 'a second less', zh: '少了一秒' },
    find: (trace) => aSecondLater(trace)?.seq,
  },
];

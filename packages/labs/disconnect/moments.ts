import type { Moment } from '@lockstep/lab';
import {
  answeredByReset,
  brokenPipe,
  caught,
  died,
  emptyReads,
  goodbye,
  heard,
  leaves,
  ready,
  spun,
} from './readings.ts';

export const moments: readonly Moment[] = [
  { id: 'leaves', label: { en: 'the client goes', zh: '客户端离开' }, find: (trace) => leaves(trace)?.seq },
  { id: 'goodbye', label: { en: 'FIN or RST', zh: 'FIN 或 RST' }, find: (trace) => goodbye(trace)?.seq },
  { id: 'heard', label: { en: 'the server hears of it', zh: '服务器得知' }, find: (trace) => heard(trace)?.seq },
  { id: 'again', label: { en: 'empty again', zh: '又是空的' }, find: (trace) => emptyReads(trace)[1]?.seq },
  {
    id: 'reset',
    label: { en: 'RST: nobody here', zh: 'RST：没有人了' },
    find: (trace) => answeredByReset(trace)?.seq,
  },
  { id: 'broken', label: { en: 'EPIPE', zh: 'EPIPE' }, find: (trace) => brokenPipe(trace)?.seq },
  { id: 'spun', label: { en: 'and no end', zh: '没完没了' }, find: (trace) => spun(trace)?.seq },
  { id: 'died', label: { en: 'the server dies', zh: '服务器死了' }, find: (trace) => died(trace)?.seq },
  { id: 'caught', label: { en: 'caught', zh: '接住了' }, find: (trace) => caught(trace)?.seq },
  { id: 'ready', label: { en: 'ready for the next', zh: '准备好接下一个' }, find: (trace) => ready(trace)?.seq },
];

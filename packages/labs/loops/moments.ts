import { type Moment, returnsOf } from '@lockstep/lab';
import { accepted, firstServed, queued, secondConnected, stored, turnedAway } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'first-in',
    label: { en: 'the first is served', zh: '第一个开始受理' },
    find: (trace) => accepted(trace)[0]?.seq,
  },
  {
    id: 'connected',
    label: { en: 'client 2 is connected', zh: '客户端 2 已连接' },
    find(trace) {
      const returned = secondConnected(trace);
      return returned?.error === undefined ? returned?.seq : undefined;
    },
  },
  { id: 'queued', label: { en: 'in the accept queue', zh: '进入全连接队列' }, find: (trace) => queued(trace)?.seq },
  {
    id: 'stored',
    label: { en: 'bytes nobody asked for', zh: '还没人来取的字节' },
    find: (trace) => stored(trace)?.seq,
  },
  { id: 'first-out', label: { en: 'the first has gone', zh: '第一个走了' }, find: (trace) => firstServed(trace)?.seq },
  {
    id: 'second-in',
    label: { en: 'the second is served', zh: '第二个开始受理' },
    find: (trace) => accepted(trace)[1]?.seq,
  },
  {
    id: 'answered',
    label: { en: 'client 2 has its answer', zh: '客户端 2 得到回答' },
    find: (trace) => returnsOf(trace, 'recv', 'client2').find(({ bytes = 0 }) => bytes > 0)?.seq,
  },
  { id: 'turned-away', label: { en: 'turned away', zh: '被拒之门外' }, find: (trace) => turnedAway(trace)?.seq },
];

import { type Moment, returnsOf } from '@lockstep/lab';
import { cut, fullest, leftOver, mixed, receives, sends } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'first-send',
    label: { en: 'the first send()', zh: '第一次 send()' },
    find: (trace) => sends(trace)[0]?.event.seq,
  },
  {
    id: 'last-send',
    label: { en: 'the last send()', zh: '最后一次 send()' },
    find: (trace) => sends(trace).at(-1)?.event.seq,
  },
  { id: 'fullest', label: { en: 'the buffer is fullest', zh: '缓冲区最满' }, find: (trace) => fullest(trace)?.seq },
  {
    id: 'first-recv',
    label: { en: 'the first recv()', zh: '第一次 recv()' },
    find: (trace) => receives(trace)[0]?.event.seq,
  },
  {
    id: 'mixed',
    label: { en: 'two sends in one recv()', zh: '一次 recv() 混着两次发送' },
    find: (trace) => mixed(trace)?.event.seq,
  },
  {
    id: 'cut',
    label: { en: 'a send cut in two', zh: '一次发送被切成两半' },
    find: (trace) => cut(trace)?.event.seq,
  },
  {
    id: 'rest',
    label: { en: 'the rest', zh: '剩下的' },
    find: (trace) => leftOver(trace)?.next.event.seq,
  },
  {
    id: 'end',
    label: { en: 'b"": the end', zh: 'b""：结束' },
    find: (trace) => returnsOf(trace, 'recv', 'server').find(({ bytes }) => bytes === 0)?.seq,
  },
];

import { findOf, type Moment } from '@lockstep/lab';
import { awake, fullest, given, isWhole, opened, probes, refused, resumed, shut, taken, waiting } from './readings.ts';

export const moments: readonly Moment[] = [
  { id: 'taken', label: { en: 'send() returns', zh: 'send() 返回' }, find: (trace) => taken(trace)[0]?.seq },
  {
    id: 'receiver-full',
    label: { en: 'the receive buffer is full', zh: '接收缓冲区满' },
    find: (trace) => (shut(trace) ? fullest(trace, 'server')?.seq : undefined),
  },
  { id: 'shut', label: { en: 'window 0', zh: '窗口为 0' }, find: (trace) => shut(trace)?.seq },
  { id: 'waits', label: { en: 'send() waits', zh: 'send() 等待' }, find: (trace) => waiting(trace)?.entered.seq },
  { id: 'refused', label: { en: 'BlockingIOError', zh: 'BlockingIOError' }, find: (trace) => refused(trace)?.seq },
  {
    id: 'timer',
    label: { en: 'it will ask again', zh: '到时再问' },
    find: (trace) => findOf(trace, 'socket.timer', ({ timer }) => timer === 'zero-window-probe')?.seq,
  },
  { id: 'probe', label: { en: 'is there room?', zh: '有空位吗？' }, find: (trace) => probes(trace)[0]?.seq },
  { id: 'awake', label: { en: 'the reader wakes', zh: '接收方醒来' }, find: (trace) => awake(trace)?.seq },
  { id: 'opened', label: { en: 'there is room', zh: '有空位了' }, find: (trace) => opened(trace)?.seq },
  { id: 'resumed', label: { en: 'bytes move again', zh: '数据又动了' }, find: (trace) => resumed(trace)?.seq },
  {
    id: 'returns',
    label: { en: 'the wait is over', zh: '等待结束' },
    find: (trace) => waiting(trace)?.returned?.seq,
  },
  {
    id: 'all-read',
    label: { en: 'all is read', zh: '全部读完' },
    find: (trace) => (isWhole(trace) ? given(trace).at(-1)?.seq : undefined),
  },
];

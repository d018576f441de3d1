import { contentsOf, findOf, type Moment } from '@lockstep/lab';
import {
  cutOff,
  emptyTaken,
  firstFailure,
  fragments,
  nothingLeft,
  refusalArrived,
  taken,
  takenFromMany,
  tooLong,
} from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'empty-sent',
    label: { en: 'an empty datagram leaves', zh: '发出空数据报' },
    find: (trace) =>
      findOf(trace, 'frame.sent', (event) => {
        const contents = contentsOf(event);
        return contents?.kind === 'datagram' && contents.length === 0;
      })?.seq,
  },
  {
    id: 'one',
    label: { en: 'several wait, one is taken', zh: '多个在等，取走一个' },
    find: (trace) => takenFromMany(trace)?.event.seq,
  },
  {
    id: 'empty-taken',
    label: { en: 'the empty one is taken', zh: '取走空数据报' },
    find: (trace) => emptyTaken(trace)?.seq,
  },
  { id: 'cut', label: { en: 'cut off', zh: '被截断' }, find: (trace) => cutOff(trace)?.event.seq },
  {
    id: 'nobody',
    label: { en: 'nobody at this port', zh: '端口上没有人' },
    find: (trace) => findOf(trace, 'kernel.counted', ({ counter }) => counter === 'Udp.NoPorts')?.seq,
  },
  {
    id: 'unreachable',
    label: { en: 'port unreachable', zh: '端口不可达' },
    find: (trace) => refusalArrived(trace)?.seq,
  },
  {
    id: 'learned',
    label: { en: 'what the sender learns', zh: '发送方得知什么' },
    find: (trace) =>
      firstFailure(trace)?.actor === 'client' && refusalArrived(trace) ? firstFailure(trace)?.seq : undefined,
  },
  {
    id: 'heard',
    label: { en: 'the server hears one', zh: '服务器收到了' },
    find: (trace) => (refusalArrived(trace) ? taken(trace)[0]?.seq : undefined),
  },
  {
    id: 'full',
    label: { en: 'the buffer is full', zh: '缓冲区满' },
    find: (trace) => findOf(trace, 'socket.dropped', () => true)?.seq,
  },
  { id: 'left', label: { en: 'nothing is left', zh: '什么也没剩' }, find: (trace) => nothingLeft(trace)?.seq },
  { id: 'fragment', label: { en: 'the first fragment', zh: '第一个分片' }, find: (trace) => fragments(trace)[0]?.seq },
  {
    id: 'together',
    label: { en: 'put together again', zh: '重新拼好' },
    find: (trace) => findOf(trace, 'kernel.counted', ({ counter }) => counter === 'Ip.ReasmOKs')?.seq,
  },
  { id: 'too-long', label: { en: 'refused: too long', zh: '太长，被拒绝' }, find: (trace) => tooLong(trace)?.seq },
];

import { type Moment, returnsOf, stateReached } from '@lockstep/lab';
import { buffered, confirmed, endRead, read, sent } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'listening',
    label: { en: 'the server listens', zh: '服务器开始监听' },
    find: (trace) => stateReached(trace, 'LISTEN')?.seq,
  },
  {
    id: 'connected',
    label: { en: 'connect() returns', zh: 'connect() 返回' },
    find: (trace) => returnsOf(trace, 'connect')[0]?.seq,
  },
  {
    id: 'accepted',
    label: { en: 'accept() returns', zh: 'accept() 返回' },
    find: (trace) => returnsOf(trace, 'accept')[0]?.seq,
  },
  { id: 'sent', label: { en: 'send() returns', zh: 'send() 返回' }, find: (trace) => sent(trace)?.seq },
  {
    id: 'buffered',
    label: { en: 'in the server’s kernel', zh: '到了服务器内核' },
    find: (trace) => buffered(trace)?.seq,
  },
  {
    id: 'confirmed',
    label: { en: 'acknowledged', zh: '已被确认' },
    find: (trace) => confirmed(trace)?.seq,
  },
  { id: 'read', label: { en: 'the server has read', zh: '服务器读到' }, find: (trace) => read(trace, 'server')?.seq },
  { id: 'echoed', label: { en: 'the echo is back', zh: '回声回来' }, find: (trace) => read(trace, 'client')?.seq },
  { id: 'end', label: { en: 'b"": the end', zh: 'b""：结束' }, find: (trace) => endRead(trace)?.seq },
];

import { type Moment, stateReached } from '@lockstep/lab';
import { firstAccepted, longestQueue, overflow, shutOut } from './attempts.ts';

export const moments: readonly Moment[] = [
  {
    id: 'half-open',
    label: { en: 'SYN queue', zh: '半连接队列' },
    find: (trace) => stateReached(trace, 'SYN-RECEIVED', 'server.kernel')?.seq,
  },
  {
    id: 'ready',
    label: { en: 'accept queue', zh: '全连接队列' },
    find: (trace) => stateReached(trace, 'ESTABLISHED', 'server.kernel')?.seq,
  },
  {
    id: 'full',
    label: { en: 'no room', zh: '满了' },
    find(trace) {
      const longest = longestQueue(trace);
      return longest && longest.waiting >= longest.limit ? longest.seq : undefined;
    },
  },
  {
    id: 'dropped',
    label: { en: 'turned away', zh: '没有位置' },
    find: (trace) => overflow(trace)?.seq,
  },
  {
    id: 'no-answer',
    label: { en: 'no answer', zh: '没有应答' },
    find: (trace) => shutOut(trace)?.noticed.seq,
  },
  {
    id: 'again',
    label: { en: 'SYN again', zh: '重发 SYN' },
    find: (trace) => shutOut(trace)?.attempt.syns[1]?.seq,
  },
  {
    id: 'accept',
    label: { en: 'accept()', zh: 'accept()' },
    find: (trace) => firstAccepted(trace)?.seq,
  },
  {
    id: 'in',
    label: { en: 'in at last', zh: '终于进来' },
    find: (trace) => shutOut(trace)?.attempt.connected?.seq,
  },
];

import { type Moment, stateReached } from '@lockstep/lab';
import { answersToNobody, clientsFate, clientsSyns, counted, forgedSyns, noPlace, repeatedAnswer } from './flood.ts';

export const moments: readonly Moment[] = [
  {
    id: 'forged',
    label: { en: 'forged SYN', zh: '伪造的 SYN' },
    find: (trace) => forgedSyns(trace)[0]?.seq,
  },
  {
    id: 'half-open',
    label: { en: 'half-open', zh: '半连接' },
    find: (trace) => stateReached(trace, 'SYN-RECEIVED', 'server.kernel')?.seq,
  },
  {
    id: 'answered',
    label: { en: 'answer to nobody', zh: '应答无人' },
    find: (trace) => answersToNobody(trace)[0]?.seq,
  },
  {
    id: 'no-place',
    label: { en: 'SYN queue full', zh: '半连接队列满' },
    find: (trace) => noPlace(trace)?.seq,
  },
  {
    id: 'cookie',
    label: { en: 'cookie sent', zh: '发出 cookie' },
    find: (trace) => counted(trace, 'SyncookiesSent')?.seq,
  },
  {
    id: 'client',
    label: { en: 'good client', zh: '好客户端' },
    find: (trace) => clientsSyns(trace)[0]?.seq,
  },
  {
    id: 'cookie-back',
    label: { en: 'cookie back', zh: 'cookie 回来' },
    find: (trace) => counted(trace, 'SyncookiesRecv')?.seq,
  },
  {
    id: 'again',
    label: { en: 'answered again', zh: '再次应答' },
    find: (trace) => repeatedAnswer(trace)?.seq,
  },
  {
    id: 'fate',
    label: { en: 'connect() returns', zh: 'connect() 返回' },
    find: (trace) => clientsFate(trace)?.event.seq,
  },
];

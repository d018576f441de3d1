import { findSegment, hasFlag, type Moment } from '@lockstep/lab';
import { bothEstablished, crossedSyns, finForTheDead, firstIn } from './journeys.ts';

/** A state is the same word in every language. */
function inState(id: string, state: string): Moment {
  return { id, label: { en: state, zh: state }, find: (trace) => firstIn(trace, state)?.seq };
}

export const moments: readonly Moment[] = [
  inState('syn-sent', 'SYN-SENT'),
  {
    id: 'crossed',
    label: { en: 'two SYNs on the way', zh: '两个 SYN 在路上' },
    find: (trace) => crossedSyns(trace)?.[1].seq,
  },
  inState('syn-received', 'SYN-RECEIVED'),
  {
    id: 'established',
    label: { en: 'both ESTABLISHED', zh: '双方 ESTABLISHED' },
    find: (trace) => bothEstablished(trace)?.seq,
  },
  {
    id: 'refused',
    label: { en: 'RST', zh: 'RST' },
    find: (trace) => findSegment(trace, (segment) => hasFlag(segment, 'RST'))?.seq,
  },
  {
    id: 'fin-for-the-dead',
    label: { en: 'FIN for a dead process', zh: '替死去的进程发 FIN' },
    find: (trace) => finForTheDead(trace)?.fin.seq,
  },
  inState('fin-wait-1', 'FIN-WAIT-1'),
  inState('close-wait', 'CLOSE-WAIT'),
  inState('fin-wait-2', 'FIN-WAIT-2'),
  inState('closing', 'CLOSING'),
  inState('last-ack', 'LAST-ACK'),
  inState('time-wait', 'TIME-WAIT'),
];

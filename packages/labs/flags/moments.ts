import { findSegment, hasFlag, type Moment } from '@lockstep/lab';
import { ackAlone, firstWith, readBeforePush, urgentRead } from './readings.ts';

/** A flag is the same word in every language. */
function firstTime(id: string, flag: string): Moment {
  return { id, label: { en: flag, zh: flag }, find: (trace) => firstWith(trace, flag)?.seq };
}

export const moments: readonly Moment[] = [
  firstTime('syn', 'SYN'),
  firstTime('ack', 'ACK'),
  { id: 'ack-alone', label: { en: 'ACK alone', zh: '只有 ACK' }, find: (trace) => ackAlone(trace)?.seq },
  {
    id: 'not-pushed',
    label: { en: 'data without PSH', zh: '没有 PSH 的数据' },
    find: (trace) => findSegment(trace, (segment) => segment.length > 0 && !hasFlag(segment, 'PSH'))?.seq,
  },
  firstTime('psh', 'PSH'),
  {
    id: 'read-before-psh',
    label: { en: 'recv() before PSH', zh: 'PSH 之前的 recv()' },
    find: (trace) => readBeforePush(trace)?.seq,
  },
  firstTime('urg', 'URG'),
  {
    id: 'urgent-read',
    label: { en: 'the urgent byte is read', zh: '读到紧急字节' },
    find: (trace) => urgentRead(trace)?.seq,
  },
  firstTime('fin', 'FIN'),
  firstTime('rst', 'RST'),
];

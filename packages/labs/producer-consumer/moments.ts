import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { earlyJoin, earlyPill, firstPill, joined, stuckSince, waitsAt } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'empty',
    label: { en: 'a consumer waits: empty', zh: '消费者等待：空' },
    find: (trace) => waitsAt(trace, 'consumer'),
  },
  {
    id: 'full',
    label: { en: 'a producer waits: full', zh: '生产者等待：满' },
    find: (trace) => waitsAt(trace, 'producer'),
  },
  {
    id: 'pill',
    label: { en: 'the first pill is taken', zh: '第一颗毒丸被取走' },
    find: (trace) => firstPill(trace)?.seq,
  },
  {
    id: 'bun-after-pill',
    label: { en: 'a bun comes after the pill', zh: '毒丸之后又来包子' },
    find: (trace) => earlyPill(trace)?.bun.seq,
  },
  { id: 'joined', label: { en: 'join() returns', zh: 'join() 返回' }, find: (trace) => joined(trace)?.seq },
  {
    id: 'bun-after-join',
    label: { en: 'a bun comes after join()', zh: 'join() 之后又来包子' },
    find: (trace) => earlyJoin(trace)?.bun.seq,
  },
  {
    id: 'killed',
    label: { en: 'a daemon is ended in the middle', zh: '守护线程被中途结束' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'thread.killed')?.seq,
  },
  { id: 'stuck', label: { en: 'nobody can go on', zh: '谁都无法继续' }, find: stuckSince },
  endMoment,
  searchMoment,
];

import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'first-comes',
    label: { en: 'the first comes to the hut', zh: '第一个到小屋' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'barrier.arrived')?.seq,
  },
  {
    id: 'full',
    label: { en: 'the last one comes: the door opens', zh: '最后一个到了：门开' },
    find: (trace) => lastComes(trace)?.seq,
  },
  {
    id: 'leaves',
    label: { en: 'the first one leaves', zh: '第一个离开' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'barrier.passed')?.seq,
  },
  {
    id: 'ahead',
    label: { en: 'somebody goes ahead', zh: '有人抢先走了' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'value.added' && event.name === 'early')?.seq,
  },
  { id: 'broken', label: { en: 'the barrier breaks', zh: '栅栏损坏' }, find: (trace) => firstBreak(trace)?.seq },
  endMoment,
  searchMoment,
];

export function lastComes(trace: Trace): EventOf<'barrier.arrived'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'barrier.arrived' && event.waiting === event.parties);
  return found?.kind === 'barrier.arrived' ? found : undefined;
}

export function firstBreak(trace: Trace) {
  return findEvent(
    trace,
    (event) =>
      event.kind === 'barrier.broken' || (event.kind === 'operation.failed' && event.error === 'BrokenBarrierError'),
  );
}

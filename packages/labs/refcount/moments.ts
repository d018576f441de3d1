import type { Moment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'most',
    label: { en: 'three references', zh: '三个引用' },
    find: (trace) => find(trace, 'reference.changed', ({ object, count }) => object === 'a' && count === 3)?.seq,
  },
  {
    id: 'counted',
    label: { en: 'freed by counting', zh: '由计数释放' },
    find: (trace) => freed(trace, 'a')?.seq,
  },
  {
    id: 'cycle',
    label: { en: 'a cycle', zh: '循环' },
    find: (trace) =>
      find(trace, 'reference.changed', ({ by, count, before }) => by === 'right.other' && count > before)?.seq,
  },
  { id: 'orphaned', label: { en: 'unreachable', zh: '不可达' }, find: (trace) => orphaned(trace)?.seq },
  {
    id: 'unlinked',
    label: { en: 'no cycle', zh: '没有循环' },
    find: (trace) => find(trace, 'object.freed', ({ object, by }) => object === 'left' && by === 'counting')?.seq,
  },
  {
    id: 'collected',
    label: { en: 'collected', zh: '被回收' },
    find: (trace) => find(trace, 'object.freed', ({ by }) => by === 'collector')?.cause,
  },
  {
    id: 'overlooked',
    label: { en: 'overlooked', zh: '未被检查' },
    find: (trace) => {
      const after = orphaned(trace);
      if (!after) return undefined;
      const run = find(trace, 'collector.ran', ({ seq }) => seq > after.seq);
      const end = freed(trace, 'left');
      return run && (end === undefined || end.cause !== run.seq) ? run.seq : undefined;
    },
  },
  {
    id: 'leaked',
    label: { en: 'left behind', zh: '遗留' },
    find: (trace) => find(trace, 'outcome.observed', ({ expected }) => !expected)?.seq,
  },
];

/** The end of an object. */
export function freed(trace: Trace, id: string): EventOf<'object.freed'> | undefined {
  return find(trace, 'object.freed', ({ object }) => object === id);
}

/** The step after which no name leads to the two any more, and yet both are there. */
export function orphaned(trace: Trace): EventOf<'reference.changed'> | undefined {
  return find(trace, 'reference.changed', ({ by, count, before }) => by === 'right' && count < before && count > 0);
}

function find<K extends 'collector.ran' | 'object.freed' | 'outcome.observed' | 'reference.changed'>(
  trace: Trace,
  kind: K,
  test: (event: EventOf<K>) => boolean,
): EventOf<K> | undefined {
  return findEvent(trace, (event) => event.kind === kind && test(event as EventOf<K>)) as EventOf<K> | undefined;
}

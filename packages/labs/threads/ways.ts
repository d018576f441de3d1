import { type Text, threadName } from '@lockstep/lab';
import type { Actor, ColourNumber } from '@lockstep/trace';

/** What is started side by side. `start/<way>` is the name of its work, `memory/<way>` of a measure. */
export const WAYS = ['threads', 'processes', 'python-threads', 'python-processes'] as const;
export type Way = (typeof WAYS)[number];

export const wayNames: Readonly<Record<Way, Text>> = {
  threads: { en: 'worker threads', zh: '工作线程' },
  processes: { en: 'Node processes', zh: 'Node 进程' },
  'python-threads': { en: 'Python threads', zh: 'Python 线程' },
  'python-processes': { en: 'Python processes', zh: 'Python 进程' },
};

export const wayColours: Readonly<Record<Way, ColourNumber>> = {
  threads: 1,
  processes: 2,
  'python-threads': 3,
  'python-processes': 4,
};

export const ASPECTS = ['start', 'memory', 'pids', 'age'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** `memory/threads` taken apart; undefined for what is not measured here. */
export function partsOf(what: string): { readonly aspect: Aspect; readonly way: Way } | undefined {
  const [aspect, way] = what.split('/');
  const isKnown =
    (ASPECTS as readonly string[]).includes(aspect ?? '') && (WAYS as readonly string[]).includes(way ?? '');
  return isKnown ? { aspect: aspect as Aspect, way: way as Way } : undefined;
}

/** Main, threads `t1` …, processes `p1` …, and the Python that does the same. */
export function actorsOf(count: number): readonly Actor[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return [
    { id: 'main', role: 'main', colour: 0, program: 'launch' },
    ...numbers.map((n): Actor => ({ id: `t${n}`, role: 'thread', colour: wayColours.threads, program: 'change' })),
    ...numbers.map((n): Actor => ({ id: `p${n}`, role: 'process', colour: wayColours.processes, program: 'change' })),
    { id: 'python', role: 'process', colour: wayColours['python-processes'] },
  ];
}

export function actorName(actor: string): Text {
  const number = /^p(\d+)$/.exec(actor)?.[1];
  if (number !== undefined) return { en: `process ${number}`, zh: `进程 ${number}` };
  return actor === 'python' ? { en: 'Python', zh: 'Python' } : threadName(actor);
}

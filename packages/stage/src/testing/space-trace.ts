// The whole state space of a tiny program, found breadth first: what a search run tells of it.
import { type ColourNumber, createTrace, type Fact, formatSchedule, type Trace } from '@lockstep/trace';

/** `+A` acquire, `-A` release, `<x` load, `>x` store what was loaded plus one. */
export interface TinyProgram {
  readonly threads: readonly (readonly string[])[];
  /** Whether the values at the end are as they should be. */
  readonly isGood: (values: Readonly<Record<string, number>>) => boolean;
}

interface Memory {
  readonly places: readonly number[];
  readonly seen: readonly number[];
  readonly values: Readonly<Record<string, number>>;
  readonly holders: Readonly<Record<string, number>>;
}

/** Two threads add one to `x`, each in a load and a store, `rounds` times. */
export function lostUpdate(rounds: number): TinyProgram {
  const thread = Array.from({ length: rounds }, () => ['<x', '>x']).flat();
  return { threads: [thread, thread], isGood: ({ x }) => x === 2 * rounds };
}

/** Everybody takes the left fork, then the right one; `isOrdered`: the last one the other way round. */
export function philosophers(count: number, isOrdered = false): TinyProgram {
  const threads = Array.from({ length: count }, (_, i) => {
    const forks = [i, (i + 1) % count];
    if (isOrdered) forks.sort((a, b) => a - b);
    return [...forks.map((fork) => `+${fork}`), ...forks.map((fork) => `-${fork}`)];
  });
  return { threads, isGood: () => true };
}

export function spaceTrace(program: TinyProgram): Trace {
  const trace = createTrace({
    format: 'lockstep',
    version: 1,
    run: 'sample-space',
    lab: 'philosophers',
    mode: 'search',
    knobs: {},
    seed: 1,
    actors: [
      { id: 'main', role: 'main', colour: 0 },
      ...program.threads.map((_, i) => ({
        id: `t${i + 1}`,
        role: 'thread' as const,
        colour: ((i % 8) + 1) as ColourNumber,
      })),
    ],
    reality: { parts: [] },
    machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  });
  const tell = (fact: Record<string, unknown>) =>
    trace.append({ at: trace.length * 10, actor: 'main', source: 'model', ...fact } as unknown as Fact);
  const numbers = new Map<string, number>();
  const start: Memory = {
    places: program.threads.map(() => 0),
    seen: program.threads.map(() => 0),
    values: {},
    holders: {},
  };
  const queue: { memory: Memory; schedule: readonly number[] }[] = [];
  let bug: readonly number[] | undefined;

  function found(memory: Memory, schedule: readonly number[]): number {
    const key = JSON.stringify(memory);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const state = numbers.size;
    numbers.set(key, state);
    queue.push({ memory, schedule });
    const end = endOf(program, memory);
    if (end === 'bad' || end === 'deadlock') bug ??= schedule;
    tell({
      kind: 'state.found',
      state,
      label: labelOf(memory),
      end,
      depth: schedule.length,
      schedule: formatSchedule(schedule),
    });
    return state;
  }

  found(start, []);
  for (let from = 0; from < queue.length; from++) {
    const { memory, schedule } = queue[from] as { memory: Memory; schedule: readonly number[] };
    for (const thread of program.threads.keys()) {
      const next = stepped(program, memory, thread);
      if (!next) continue;
      const to = found(next, [...schedule, thread + 1]);
      tell({ kind: 'state.linked', from, to, thread: thread + 1 });
    }
  }
  tell({
    kind: 'search.finished',
    verdict: bug ? 'bug' : 'proof',
    tried: 7,
    pruned: 20,
    ...(bug ? { schedule: formatSchedule(bug), preemptions: 2 } : { all: 168 }),
  });
  return trace;
}

function stepped({ threads }: TinyProgram, memory: Memory, thread: number): Memory | undefined {
  const operation = threads[thread]?.[memory.places[thread] ?? 0];
  if (operation === undefined) return undefined;
  const name = operation.slice(1);
  const places = memory.places.with(thread, (memory.places[thread] ?? 0) + 1);
  switch (operation[0]) {
    case '+':
      if (memory.holders[name] !== undefined) return undefined;
      return { ...memory, places, holders: sorted({ ...memory.holders, [name]: thread }) };
    case '-': {
      const { [name]: _, ...holders } = memory.holders;
      return { ...memory, places, holders };
    }
    case '<':
      return { ...memory, places, seen: memory.seen.with(thread, memory.values[name] ?? 0) };
    default:
      return {
        ...memory,
        places,
        seen: memory.seen.with(thread, 0),
        values: sorted({ ...memory.values, [name]: (memory.seen[thread] ?? 0) + 1 }),
      };
  }
}

function endOf(program: TinyProgram, memory: Memory): string {
  if (program.threads.some((_, thread) => stepped(program, memory, thread))) return '';
  if (program.threads.some((thread, i) => (memory.places[i] ?? 0) < thread.length)) return 'deadlock';
  return program.isGood(memory.values) ? 'good' : 'bad';
}

function labelOf({ places, values, holders }: Memory): string {
  const held = Object.entries(holders).map(([lock, thread]) => `${lock}: t${thread + 1}`);
  const is = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
  return [`at ${places.join(' ')}`, ...is, ...held].join(' · ');
}

function sorted(record: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
}

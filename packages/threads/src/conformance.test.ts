// One program, three executors: what the virtual machine says is what real threads do.
import { createTrace, type Fact, type KnobValues, scheduleAt, type Trace } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { cases, program as primitives } from './fixtures/cases.ts';
import { program as lostUpdate } from './fixtures/lost-update.ts';
import { program as mixed } from './fixtures/mixed.ts';
import { runScenario } from './fixtures/run-scenario.ts';
import { program as twoLocks } from './fixtures/two-locks.ts';
import type { ThreadProgram } from './program.ts';
import { runVirtually } from './virtual/run-virtual.ts';
import { randomly, replay, roundRobin, type Strategy } from './virtual/strategy.ts';

const programs: [name: string, program: ThreadProgram, knobs: KnobValues][] = [
  ['lost-update', lostUpdate, { threads: 2, rounds: 2, locked: false }],
  ['lost-update', lostUpdate, { threads: 3, rounds: 2, locked: true }],
  ['two-locks', twoLocks, { ordered: false }],
  ['mixed', mixed, {}],
  ...Object.keys(cases).map((name): [string, ThreadProgram, KnobValues] => ['cases', primitives, { case: name }]),
];

async function virtually(program: ThreadProgram, knobs: KnobValues, strategy: Strategy): Promise<Trace> {
  const actors = program
    .instantiate(knobs)
    .threads.map(({ actor }) => ({ id: actor, role: 'thread', colour: 1 }) as const);
  const trace = createTrace({ actors, reality: { parts: [] } } as unknown as Trace['header']);
  await runVirtually({ program, knobs, strategy, record: (fact: Fact) => trace.append(fact) });
  return trace;
}

/** What happened, without when, where in the source, and who says so; the end of the run is not the threads'. */
function story(trace: Trace, cursor = trace.length) {
  const isMainScheduled = trace.header.actors.some(({ id, role }) => id === 'main' && role === 'thread');
  return trace
    .slice(0, cursor)
    .filter(({ kind }) => !/^(run|outcome)\./.test(kind))
    .filter(({ kind, actor }) => kind !== 'text.printed' || actor !== 'main' || isMainScheduled)
    .map((event) => ({ ...event, at: undefined, line: undefined, source: undefined }));
}

describe.each(programs)('%s %#', (name, program, knobs) => {
  const { threadNumbers } = program.instantiate(knobs);

  it.each([1, 2, 3, 4])('does on real threads what the virtual machine says (seed %i)', async (seed) => {
    const virtual = await virtually(program, knobs, randomly(seed));
    const schedule = scheduleAt(virtual, virtual.length);
    const real = await runScenario({ program: `${name}.js`, mode: 'stepped', knobs, schedule });
    expect(story(real)).toEqual(story(virtual));
  });

  it('replays from its own trace to the same trace, and from a part of it to that part', async () => {
    const first = await virtually(program, knobs, roundRobin(2));
    const again = await virtually(
      program,
      knobs,
      replay(scheduleAt(first, first.length), threadNumbers, () => undefined),
    );
    expect(story(again)).toEqual(story(first));
    const cursor = Math.floor(first.length / 2);
    const part = await virtually(
      program,
      knobs,
      replay(scheduleAt(first, cursor), threadNumbers, () => undefined),
    );
    expect(story(part, cursor)).toEqual(story(first, cursor));
  });
});

describe.each(programs)('%s %# at full speed', (name, program, knobs) => {
  it('ends as one of the schedules does, when the kernel schedules', async () => {
    const possible = new Set<string>();
    const strategies = Array.from({ length: 200 }, (_, seed) => (seed < 15 ? roundRobin(seed + 1) : randomly(seed)));
    for (const strategy of strategies) {
      const { ending, state } = await runVirtually({ program, knobs, strategy, record: () => 0 });
      possible.add(ending === 'deadlock' ? ending : program.instantiate(knobs).outcome(state).value);
    }
    for (let run = 0; run < 3; run++) {
      const trace = await runScenario({ program: `${name}.js`, mode: 'free', knobs });
      const outcome = trace.slice(0).find((event) => event.kind === 'outcome.observed');
      expect(possible).toContain(outcome?.kind === 'outcome.observed' ? outcome.value : 'none');
    }
  });
});

describe('every operation', () => {
  it('has its event, its error and its cause', async () => {
    const trace = await virtually(
      mixed,
      {},
      replay([2, 2, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2], () => undefined),
    );
    expect(story(trace).slice(3)).toEqual([
      { seq: 3, actor: 't2', kind: 'value.written', name: 'total', value: -3, before: 5 },
      {
        seq: 4,
        actor: 't2',
        kind: 'operation.failed',
        operation: 'release lock',
        error: 'RuntimeError: release unlocked lock',
      },
      { seq: 5, actor: 't2', kind: 'thread.finished' },
      { seq: 6, actor: 't1', kind: 'value.added', name: 'total', value: -1, before: -3, cause: 3 },
      { seq: 7, actor: 't1', kind: 'lock.acquired', lock: 'lock' },
      { seq: 8, actor: 't1', kind: 'thread.slept', ms: 1 },
      { seq: 9, actor: 't1', kind: 'value.read', name: 'other', value: 0 },
      { seq: 10, actor: 't1', kind: 'value.written', name: 'other', value: -3, before: 0, cause: 9 },
      { seq: 11, actor: 't1', kind: 'lock.released', lock: 'lock' },
      {
        seq: 12,
        actor: 't1',
        kind: 'operation.failed',
        operation: 'release lock',
        error: 'RuntimeError: release unlocked lock',
      },
      { seq: 13, actor: 't1', kind: 'value.computed', name: 'caught', value: 1, cause: 9 },
      { seq: 14, actor: 't1', kind: 'thread.finished' },
      { seq: 15, actor: 'main', kind: 'thread.unblocked', on: 'join(t1, t2)', cause: 14 },
    ]);
  });
});

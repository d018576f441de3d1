// Runs told by hand, one line an event, as gated threads would record them.
import { type Actor, createTrace, type Fact, type KnobValues, type Trace } from '@lockstep/trace';

/** What happened, and to whom: an event without what every event has. */
export type Told = readonly [actor: string, kind: string, payload?: Readonly<Record<string, unknown>>];

export function toldTrace(actors: readonly Actor[], told: readonly Told[], knobs: KnobValues = {}): Trace {
  const trace = createTrace({
    format: 'lockstep',
    version: 1,
    run: 'told',
    lab: 'told',
    mode: 'stepped',
    knobs,
    seed: 1,
    actors,
    reality: { parts: ['worker-threads'] },
    machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  });
  for (const [actor, kind, payload] of told)
    trace.append({ at: trace.length * 180, actor, source: 'program', kind, ...payload } as unknown as Fact);
  return trace;
}

/** Threads `t1` … of one program, with the colours in turn. */
export function threadsOf(count: number, program: string, from = 1): readonly Actor[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `t${from + index}`,
    role: 'thread',
    colour: (((from + index - 1) % 4) + 1) as Actor['colour'],
    program,
  }));
}

export const MAIN: Actor = { id: 'main', role: 'thread', colour: 0, program: 'main' };

/** Each of them begins. */
export function started(actors: readonly Actor[]): readonly Told[] {
  return actors.map(({ id }): Told => [id, 'thread.started', { name: id }]);
}

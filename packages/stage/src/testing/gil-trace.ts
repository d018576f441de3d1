// Runs under one interpreter lock, by the clock: two that compute take turns, one comes back from input every now and then.
import { createTrace, type Fact, type Header, type Trace } from '@lockstep/trace';

const header: Header = {
  format: 'lockstep',
  version: 1,
  run: 'sample-gil',
  lab: 'gil',
  mode: 'free',
  knobs: {},
  seed: 1,
  actors: [
    { id: 'main', role: 'main', colour: 0 },
    { id: 't1', role: 'thread', colour: 1, program: 'compute' },
    { id: 't2', role: 'thread', colour: 2, program: 'compute' },
    { id: 'io1', role: 'thread', colour: 3, program: 'receive' },
  ],
  reality: { parts: ['worker-threads'] },
  machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
  startedAt: '2026-01-01T00:00:00.000Z',
};

interface GilTraceOptions {
  /** Switches between the two that compute. */
  readonly switches: number;
  /** Names of the works: the same happens once in each. */
  readonly works?: readonly string[];
}

/** Two threads that take turns every 5 ms, asked by whoever waits; the first taker is t1. */
export function gilTrace({ switches, works = [] }: GilTraceOptions): Trace {
  const trace = createTrace(header);
  let at = 1000;
  const tell = (actor: string, fact: Record<string, unknown>): number =>
    trace.append({ at, actor, source: 'program', ...fact } as unknown as Fact);
  const turns = (): void => {
    let [holder, waiter] = ['t1', 't2'];
    tell(holder, { kind: 'gil.requested' });
    tell(holder, { kind: 'gil.taken', waitedUs: 0 });
    tell(waiter, { kind: 'gil.requested' });
    for (let turn = 0; turn < switches; turn++) {
      at += 5000;
      const cause = tell(waiter, { kind: 'gil.drop-requested', holder });
      at += 10;
      const dropped = tell(holder, { kind: 'gil.dropped', reason: 'request', cause });
      at += 10;
      tell(waiter, { kind: 'gil.taken', waitedUs: 5020, cause: dropped });
      tell(holder, { kind: 'gil.requested' });
      [holder, waiter] = [waiter, holder];
    }
    at += 2500;
    tell(holder, { kind: 'gil.dropped', reason: 'finished' });
    tell(waiter, { kind: 'gil.taken', waitedUs: 2500 });
    tell(waiter, { kind: 'gil.dropped', reason: 'finished' });
    tell('main', { kind: 'gil.measured', switches: switches + 1, perSecond: 196.4, medianSliceUs: 5060 });
    tell('t1', { kind: 'measure.taken', what: 'median wait', value: 5.08, unit: 'ms' });
  };
  if (works.length === 0) turns();
  for (const work of works) {
    tell('main', { kind: 'work.started', work, of: 100 });
    turns();
    at += 40_000;
  }
  tell('main', { kind: 'run.ended', reason: 'finished' });
  return trace;
}

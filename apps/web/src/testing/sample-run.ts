import type { Frame, RunStatus } from '@lockstep/lab';
import { createTrace, type Fact, type Header, type Mode, serializeEvent, type Trace } from '@lockstep/trace';

export const sampleHeader: Header = {
  format: 'lockstep',
  version: 1,
  run: 'run-1',
  lab: 'sample',
  mode: 'stepped',
  knobs: { rounds: 3, lock: true },
  seed: 1,
  actors: [
    { id: 't1', role: 'thread', colour: 1 },
    { id: 't2', role: 'thread', colour: 2 },
  ],
  reality: { parts: ['worker-threads'] },
  machine: { platform: 'linux', kernel: '6.1.0', node: 'v20', cores: 2 },
  startedAt: '2026-01-02T03:04:05.000Z',
};

const base = { source: 'program' } as const;

/** Both threads load, then both store: seven events, an update lost at step 6. */
export const sampleFacts: readonly Fact[] = [
  { ...base, at: 1, actor: 't1', kind: 'value.read', name: 'total', value: 0 },
  { ...base, at: 2, actor: 't2', kind: 'value.read', name: 'total', value: 0 },
  { ...base, at: 3, actor: 't1', kind: 'value.computed', name: 'seen', value: 1, cause: 0 },
  { ...base, at: 4, actor: 't1', kind: 'value.written', name: 'total', value: 1, before: 0, cause: 2 },
  { ...base, at: 5, actor: 't2', kind: 'value.computed', name: 'seen', value: 1, cause: 1 },
  { ...base, at: 6, actor: 't2', kind: 'value.written', name: 'total', value: 1, before: 1, cause: 4 },
  { ...base, at: 7, actor: 't1', kind: 'run.ended', reason: 'finished' },
];

export function sampleTrace(length = sampleFacts.length, mode: Mode = 'stepped'): Trace {
  const trace = createTrace({ ...sampleHeader, mode });
  for (const fact of sampleFacts.slice(0, length)) trace.append(fact);
  return trace;
}

/** Events `from` … `to` of the sample as the server would send them. */
export function sampleFrame(from: number, to: number, status: RunStatus, withHeader = false): Frame {
  const trace = sampleTrace(to);
  return {
    run: sampleHeader.run,
    ...(withHeader ? { header: JSON.stringify(sampleHeader) } : {}),
    from,
    lines: trace
      .slice(from)
      .map((event) => `${serializeEvent(event)}\n`)
      .join(''),
    status,
  };
}

import { createTrace, FORMAT_VERSION, type Trace } from '@lockstep/trace';

/** A trace with these printed texts. */
export function testTrace(texts: readonly string[]): Trace {
  const trace = createTrace({
    format: 'lockstep',
    version: FORMAT_VERSION,
    run: '0'.repeat(32),
    lab: 'counter',
    mode: 'free',
    knobs: {},
    seed: 1,
    actors: [],
    reality: { parts: [] },
    machine: { platform: 'linux', kernel: 'Linux 6', node: '20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  });
  for (const text of texts)
    trace.append({ at: trace.length, actor: 'main', kind: 'text.printed', source: 'program', text });
  return trace;
}

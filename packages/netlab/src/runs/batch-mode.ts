// Many runs one after the other, each with hosts of its own; nothing is recorded but what each came to.
import type { RunContext } from '@lockstep/lab';
import { createTrace, FORMAT_VERSION, type Header, type Trace } from '@lockstep/trace';

/** What a run came to, and whether that is what its author meant. */
export interface NetworkOutcome {
  readonly value: string;
  readonly expected: boolean;
}

const DEFAULT_RUNS = 20;
const US_PER_MS = 1000;

/** @param runOnce makes one run, recording into what it is given. */
export async function runBatchMode(
  context: RunContext,
  outcome: (trace: Trace) => NetworkOutcome,
  runOnce: (record: RunContext['record']) => Promise<void>,
): Promise<void> {
  const runs = Number(context.knobs['runs'] ?? DEFAULT_RUNS);
  const by = { actor: 'cable', source: 'derived' } as const;
  for (let run = 1; run <= runs; run++) {
    const trace = createTrace(headerOf(context));
    const startUs = context.nowUs();
    await runOnce((fact) => trace.append(fact));
    if (context.signal.aborted) return;
    const at = context.nowUs();
    const elapsedUs = Math.round((at - startUs) / US_PER_MS) * US_PER_MS;
    context.record({ ...by, at, kind: 'outcome.observed', run, ...outcome(trace), elapsedUs });
  }
  context.record({ ...by, at: context.nowUs(), kind: 'run.ended', reason: 'finished' });
}

/** Of a trace that nobody keeps. */
function headerOf({ mode, knobs, seed, actors }: RunContext): Header {
  return {
    format: 'lockstep',
    version: FORMAT_VERSION,
    run: '',
    lab: '',
    mode,
    knobs,
    seed,
    actors,
    reality: { parts: [] },
    machine: { platform: process.platform, kernel: '', node: process.versions.node, cores: 0 },
    startedAt: '',
  };
}

import type { RunContext } from '@lockstep/lab';
import type { EventOf, Source } from '@lockstep/trace';
import type { Timing } from '../live/timing.ts';
import type { Outcome, ProgramInstance } from '../program.ts';
import { MAIN } from '../thread-probe.ts';

/**
 * What main says when all threads have ended: the state, and what it means.
 * @param source `program` where real threads have come to it
 */
export function tellResult(
  context: RunContext,
  instance: ProgramInstance,
  state: Int32Array,
  source: 'program' | 'model',
  timing?: Timing,
): void {
  const text = instance.summary(state);
  const mainTellsItself = instance.threads.some(({ actor }) => actor === MAIN);
  if (text !== '' && !mainTellsItself)
    context.record({ kind: 'text.printed', actor: MAIN, source, at: context.nowUs(), text });
  tellOutcome(context, 1, instance.outcome(state), source, timing);
}

/** @param run number of the run, from 1 */
export function tellOutcome(context: RunContext, run: number, outcome: Outcome, source: Source, timing?: Timing): void {
  const at = context.nowUs();
  context.record({ kind: 'outcome.observed', actor: MAIN, source, at, run, ...outcome, ...timing });
}

export function tellEnd(
  context: RunContext,
  reason: EventOf<'run.ended'>['reason'],
  source: 'program' | 'model' = 'program',
): void {
  context.record({ kind: 'run.ended', actor: MAIN, source, at: context.nowUs(), reason });
}

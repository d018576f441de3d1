import { hasSharedMemory, nowNs } from '#platform';
import type { Ending } from '../drive.ts';
import { runFreely } from '../live/free-run.ts';
import { RingDrain } from '../live/ring-drain.ts';
import { timingOf } from '../live/timing.ts';
import { ThreadProbe } from '../thread-probe.ts';
import { runFreeModel } from './model-modes.ts';
import { tellOutcome, tellResult } from './telling.ts';
import type { ThreadRun } from './thread-run.ts';
import { withCrew } from './with-crew.ts';

/** Records of one thread that may wait to be fetched; they are fetched every few milliseconds. */
const RING_CAPACITY = 1 << 14;

/** One run at full speed: the kernel schedules, every operation is recorded. */
export function runFreeMode(run: ThreadRun): Promise<Ending> {
  if (!hasSharedMemory()) return runFreeModel(run);
  const { context } = run;
  return withCrew<Ending>(run, { gated: false, lines: true, ringCapacity: RING_CAPACITY }, async (crew) => {
    const probe = new ThreadProbe({
      actors: crew.actors,
      spawned: crew.instance.spawned,
      source: 'program',
      record: (fact) => context.record(fact),
    });
    const startNs = nowNs() - BigInt(Math.round(context.nowUs() * 1000));
    const drain = new RingDrain(crew, probe, (timeNs) => Number(timeNs - startNs) / 1000);
    probe.started(context.nowUs());
    const { ending, killed } = await runFreely(crew, () => drain.drain());
    drain.drain();
    const timing = timingOf(crew.board);
    if (ending === 'deadlock') tellOutcome(context, 1, { value: 'deadlock', expected: false }, 'derived', timing);
    else {
      for (const thread of killed) probe.killed(thread, context.nowUs());
      probe.joined(context.nowUs());
      tellResult(context, crew.instance, crew.state(), 'program', timing);
    }
    return ending;
  });
}

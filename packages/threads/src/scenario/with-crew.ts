import type { Crew, CrewOptions } from '../live/crew.ts';
import type { ThreadRun } from './thread-run.ts';
import { keepCrew, takeCrew } from './warm-crew.ts';

/** Runs `work` with the program's worker threads. If it ends well they stay for a while, for the next run of the same. */
export async function withCrew<R>(
  { context, program, knobs }: ThreadRun,
  options: Pick<CrewOptions, 'gated' | 'lines' | 'ringCapacity'>,
  work: (crew: Crew) => Promise<R>,
): Promise<R> {
  context.declare({ parts: ['worker-threads', 'shared-memory'] });
  const windowUs = Number(knobs['windowUs'] ?? 0);
  const crewOptions: CrewOptions = { directory: context.labDirectory, program, knobs, windowUs, ...options };
  const crew = await takeCrew(crewOptions);
  const stop = () => crew.stop();
  context.signal.addEventListener('abort', stop, { once: true });
  if (context.signal.aborted) stop();
  try {
    await crew.areReady();
    const result = await work(crew);
    context.signal.removeEventListener('abort', stop);
    await (context.signal.aborted ? crew.dispose() : keepCrew(crew, crewOptions));
    return result;
  } catch (error) {
    context.signal.removeEventListener('abort', stop);
    await crew.dispose();
    throw error;
  }
}

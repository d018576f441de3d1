import { STATE } from '../live/board.ts';
import { Crew, type CrewOptions } from '../live/crew.ts';
import type { ThreadRun } from './thread-run.ts';

/** Runs `work` with the program's worker threads. However it ends, none of them is left. */
export async function withCrew<R>(
  { context, program, knobs }: ThreadRun,
  options: Pick<CrewOptions, 'gated' | 'lines' | 'ringCapacity'>,
  work: (crew: Crew) => Promise<R>,
): Promise<R> {
  context.declare({ parts: ['worker-threads', 'shared-memory'] });
  const windowUs = Number(knobs['windowUs'] ?? 0);
  const crew = await Crew.create({ directory: context.labDirectory, program, knobs, windowUs, ...options });
  const stop = () => crew.stop();
  context.signal.addEventListener('abort', stop, { once: true });
  if (context.signal.aborted) stop();
  try {
    await crew.allAre(STATE.idle);
    return await work(crew);
  } finally {
    context.signal.removeEventListener('abort', stop);
    await crew.dispose();
  }
}

import { findLines, importProgram, programUrl } from '#platform';
import { captureLines } from '../primitives/operation.ts';
import type { ProgramInstance } from '../program.ts';
import type { ThreadRun } from './thread-run.ts';

/** Why a run is none of real threads, for whoever opens its recording. */
const NOT_ISOLATED = 'the page was not cross-origin isolated, so its threads could not share memory';

/**
 * Runs `work` with a program for the virtual machine, where threads cannot share memory: nothing of it is real.
 * @param lines whether operations find their lines; it costs some microseconds each
 */
export async function withModel<R>(
  { context, program, knobs }: ThreadRun,
  lines: boolean,
  work: (instance: ProgramInstance) => Promise<R>,
): Promise<R> {
  context.declare({ parts: [], why: NOT_ISOLATED });
  const url = programUrl(context.labDirectory, program);
  captureLines(lines ? await findLines(url) : undefined);
  return work((await importProgram(url)).instantiate(knobs));
}

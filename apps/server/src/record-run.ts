import { join } from 'node:path';
import type { GoldenPlan } from '@lockstep/lab';
import { pino } from 'pino';
import { findLabs, packagedLabFolders } from './labs/lab-library.ts';
import { openRecordings } from './recordings/recordings.ts';
import { createRuns } from './runs/runs.ts';
import { SERVER_LIMITS } from './server-limits.ts';

/**
 * Makes one real run without any viewer, for `npm run record`.
 * @param directory where the recording is written; returns its path.
 * @throws Error when the run failed or recorded no end: such a recording is not golden.
 */
export async function recordRun(lab: string, plan: GoldenPlan, directory: string): Promise<string> {
  const logger = pino({ level: 'warn' });
  const recordings = await openRecordings({ directory, binDirectory: join(directory, 'bin') });
  const labs = await findLabs(packagedLabFolders(), logger);
  const runs = createRuns({ labs, recordings, limits: SERVER_LIMITS, logger });
  const { mode, knobs = {}, seed, schedule } = plan;
  const run = runs.request(
    { lab, mode, knobs, ...(seed !== undefined && { seed }), ...(schedule && { schedule: [...schedule] }) },
    'record',
  );
  run.addViewer(() => undefined);
  await run.over;
  if (run.status.state !== 'ended') throw new Error(`the run ${run.status.state}: ${run.status.message}`);
  const stored = await recordings.find(run.id);
  if (!stored) throw new Error('the run left no recording');
  return stored.path;
}

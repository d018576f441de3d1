import { readFile } from 'node:fs/promises';
import { type Outcome, outcomeOf } from '@lockstep/lab';
import { parseTrace } from '@lockstep/trace';
import type { Logger } from 'pino';
import type { RunsElsewhere } from '../../cluster/cluster-contract.ts';
import type { LabLibrary } from '../../labs/lab-library.ts';
import { createRecentlyUsed } from '../../recently-used.ts';
import type { Recordings } from '../../recordings/recordings.ts';
import type { Picture } from '../state/shown.ts';

const MOST_REMEMBERED = 1_000;
/** Reading a larger one would keep others waiting. */
const LARGEST_BYTES = 8 * 1024 * 1024;

/** How a run that was shown came out. */
export type RunOutcomes = (picture: Picture) => Promise<Outcome | undefined>;

/** How recorded runs came out. Undefined: the recording is gone, or too large to read for that, or its run goes on. */
export function createRunOutcomes(
  labs: LabLibrary,
  recordings: Recordings,
  logger: Logger,
  elsewhere?: Pick<RunsElsewhere, 'read'>,
): RunOutcomes {
  const remembered = createRecentlyUsed<Outcome>(MOST_REMEMBERED);

  async function readHere(run: string): Promise<string | undefined> {
    const recording = await recordings.find(run);
    if (!recording?.isFinal || recording.byteLength > LARGEST_BYTES) return undefined;
    const bytes = await readFile(recording.path);
    return bytes.toString('utf8', 0, recording.byteLength);
  }

  async function read(run: string): Promise<Outcome | undefined> {
    const text = (await readHere(run)) ?? (await elsewhere?.read(run));
    if (!text || text.length > LARGEST_BYTES) return undefined;
    const trace = parseTrace(text);
    const found = labs.get(trace.header.lab);
    return found && outcomeOf(found.lab, trace);
  }

  return async ({ run }) => {
    if (run === undefined) return undefined;
    const known = remembered.get(run);
    if (known) return known;
    try {
      const outcome = await read(run);
      if (outcome) remembered.set(run, outcome);
      return outcome;
    } catch (error) {
      logger.warn({ err: error, run }, 'how a run came out cannot be read from its recording');
      return undefined;
    }
  };
}

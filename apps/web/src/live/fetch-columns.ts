// A run that is over, in the form that is read in a moment (docs/trace-format.md).
import { parseColumns, type Trace } from '@lockstep/trace';

/** The server makes the form when it is asked for the first time: of a million events in a few seconds. */
const ANSWER_WITHIN_MS = 20_000;

/**
 * The whole recording. Undefined where the server has no such form of it: the run is under way, the server does not know
 * it, or there is none that could.
 */
export async function fetchColumns(run: string): Promise<Trace | undefined> {
  const response = await fetch(`/api/recordings/${run}/columns`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  const isForm = response.status === 200 && response.headers.get('content-type') === 'application/octet-stream';
  return isForm ? parseColumns(new Uint8Array(await response.arrayBuffer())) : undefined;
}

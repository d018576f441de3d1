// A run that is over, in the form that is read in a moment (docs/trace-format.md).
import { parseColumns, type Trace } from '@lockstep/trace';
import { askForColumns, takeEarly } from './early-columns.ts';

/**
 * The whole recording. Undefined where the server has no such form of it: the run is under way, the server does not know
 * it, or there is none that could.
 */
export async function fetchColumns(run: string): Promise<Trace | undefined> {
  const response = await (takeEarly(run) ?? askForColumns(run));
  const isForm = response.status === 200 && response.headers.get('content-type') === 'application/octet-stream';
  return isForm ? parseColumns(new Uint8Array(await response.arrayBuffer())) : undefined;
}

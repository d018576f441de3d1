import { parseTrace, type Trace } from '@lockstep/trace';
import { plainStream } from './plain-stream.ts';

/**
 * Reads a recording from a file, gzipped or plain.
 * @throws RecordingError naming the line that is wrong, or TypeError when the compression is broken.
 */
export async function readRecording(file: Blob): Promise<Trace> {
  return parseTrace(await new Response(await plainStream(file)).text());
}

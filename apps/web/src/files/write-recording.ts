import { serializeEvent, type Trace } from '@lockstep/trace';
import { blobOf } from './blob-of.ts';

/** The file of a run: JSON lines, gzipped. `readRecording` reads it back. */
export async function writeRecording(trace: Trace): Promise<Blob> {
  const lines = await blobOf(linesOf(trace), 'application/jsonl');
  return new Response(lines.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

/** Line by line: a long run is larger than a text may be. */
function* linesOf(trace: Trace): Generator<string> {
  yield `${JSON.stringify(trace.header)}\n`;
  for (let seq = 0; seq < trace.length; seq++) yield `${serializeEvent(trace.event(seq))}\n`;
}

export function recordingName({ header }: Trace): string {
  return `${header.lab}-${header.run}.lockstep.jsonl.gz`;
}

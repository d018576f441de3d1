import { serializeTrace, type Trace } from '@lockstep/trace';

/** The file of a run: JSON lines, gzipped. `readRecording` reads it back. */
export function writeRecording(trace: Trace): Promise<Blob> {
  const stream = new Blob([serializeTrace(trace)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).blob();
}

export function recordingName({ header }: Trace): string {
  return `${header.lab}-${header.run}.lockstep.jsonl.gz`;
}

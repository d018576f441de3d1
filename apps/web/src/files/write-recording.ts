import { serializeTrace, type Trace } from '@lockstep/trace';

/** The file of a run: JSON lines, gzipped. `readRecording` reads it back. */
export function writeRecording(trace: Trace): Promise<Blob> {
  const stream = new Blob([serializeTrace(trace)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).blob();
}

export function recordingName({ header }: Trace): string {
  return `${header.lab}-${header.run}.lockstep.jsonl.gz`;
}

/** Hands the run to the browser as a download. */
export async function saveRecording(trace: Trace): Promise<void> {
  const url = URL.createObjectURL(await writeRecording(trace));
  const link = document.createElement('a');
  link.href = url;
  link.download = recordingName(trace);
  link.click();
  // Revoked only after the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

import { parseTrace, type Trace } from '@lockstep/trace';

const GZIP = [0x1f, 0x8b];

/**
 * Reads a recording from a file, gzipped (RFC 1952) or plain.
 * @throws RecordingError naming the line that is wrong, or TypeError when the compression is broken.
 */
export async function readRecording(file: Blob): Promise<Trace> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = start[0] === GZIP[0] && start[1] === GZIP[1];
  const stream = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  return parseTrace(await new Response(stream).text());
}

import { createRecordingReader, isColumnsForm, parseColumns, RecordingError, type Trace } from '@lockstep/trace';
import { plainStream } from './plain-stream.ts';

/** The binary form of twenty million events is smaller. */
const MOST_BYTES = 2 ** 29;
const MAGIC_BYTES = 8;
/** As long as a click may wait. */
const TURN_MS = 30;

/**
 * Reads a recording from a file: JSON Lines or the binary form, gzipped or plain. However much a small file unpacks to,
 * no more of it is read than a recording may hold.
 *
 * @throws RecordingError naming the line or the byte that is wrong, or TypeError when the compression is broken.
 */
export async function readRecording(file: Blob): Promise<Trace> {
  const stream = (await plainStream(file)).getReader();
  try {
    const first = await startOf(stream);
    return isColumnsForm(first) ? parseColumns(await wholeOf(stream, first)) : await readLines(stream, first);
  } finally {
    // After an error nothing of the rest is unpacked.
    await stream.cancel().catch(() => undefined);
  }
}

type Stream = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/** Enough to know the form by, however small the pieces are. */
async function startOf(stream: Stream): Promise<Uint8Array<ArrayBuffer>> {
  let start = new Uint8Array();
  while (start.length < MAGIC_BYTES) {
    const { value } = await stream.read();
    if (!value) break;
    start = start.length === 0 ? value : new Uint8Array(await new Blob([start, value]).arrayBuffer());
  }
  return start;
}

async function readLines(stream: Stream, first: Uint8Array<ArrayBuffer>): Promise<Trace> {
  const reader = createRecordingReader();
  const decoder = new TextDecoder();
  let turnEnds = performance.now() + TURN_MS;
  for (let piece: Uint8Array<ArrayBuffer> | undefined = first; piece; piece = (await stream.read()).value) {
    reader.write(decoder.decode(piece, { stream: true }));
    if (performance.now() < turnEnds) continue;
    await nextTask();
    turnEnds = performance.now() + TURN_MS;
  }
  reader.write(decoder.decode());
  return reader.end();
}

async function wholeOf(stream: Stream, first: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let piece: Uint8Array<ArrayBuffer> | undefined = first; piece; piece = (await stream.read()).value) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_BYTES)
      throw new RecordingError(`the recording has more than ${MOST_BYTES} bytes`, { byte: MOST_BYTES });
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

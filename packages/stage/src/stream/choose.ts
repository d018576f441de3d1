// Which connection and which of its directions is drawn.
import {
  type ByteStream,
  type ByteStreams,
  oppositeStream,
  type StreamWrite,
  streamEnd,
  streamWrittenBy,
} from '@lockstep/trace';

/** The directions of one connection that carry data, the one that was opened first. At most two. */
export function directionsOf(state: ByteStreams, connection: string | undefined): readonly ByteStream[] {
  const named = connection === undefined ? undefined : streamWrittenBy(state, connection);
  const first = named ?? [...state.streams.values()].find((stream) => streamEnd(stream) > 0);
  if (!first) return [];
  const opposite = oppositeStream(state, first);
  return [first, ...(opposite ? [opposite] : [])].filter((stream) => streamEnd(stream) > 0);
}

/** The direction where writes and reads differ most; of equals the one with more bytes. */
export function mostTelling(directions: readonly ByteStream[]): ByteStream | undefined {
  return directions.toSorted(
    (a, b) => telling(b) - telling(a) || b.messages.length - a.messages.length || streamEnd(b) - streamEnd(a),
  )[0];
}

/** Cuts of one kind that are no cuts of the other. */
function telling({ writes, reads, read }: ByteStream): number {
  const written = new Set(writes.map(({ offset, length }) => offset + length).filter((end) => end <= read));
  const taken = new Set(reads.map(({ offset, length }) => offset + length));
  return [...written].filter((cut) => !taken.has(cut)).length + [...taken].filter((cut) => !written.has(cut)).length;
}

/** The write through whose middle a cut at this position goes. */
export function writeCutAt(writes: readonly StreamWrite[], position: number): StreamWrite | undefined {
  return writes.find(({ offset, length }) => offset < position && position < offset + length);
}

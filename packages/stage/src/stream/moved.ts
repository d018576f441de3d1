// What the present step did with the bytes of a stream: the only red on the drawing.
import { arrivedInOrder, type ByteStream, outside, type Span } from '@lockstep/trace';
import { spanOf } from './owned.ts';

/** Rows from the program that writes to the one that reads. */
export type RowName = 'written' | 'send' | 'cable' | 'receive' | 'read' | 'decoded';

export interface Moved extends Span {
  readonly row: RowName;
}

/** Bytes that event `seq` moved, by comparing the stream before and after it. */
export function movedBy(before: ByteStream | undefined, after: ByteStream, seq: number): readonly Moved[] {
  const moved: Moved[] = [];
  const add = (row: RowName, span: Span) => {
    if (span.to > span.from) moved.push({ row, ...span });
  };
  const write = after.writes.at(-1);
  if (write?.seq === seq) add('written', spanOf(write));
  add('send', { from: before?.handed ?? 0, to: after.handed });
  if (after.segments !== before?.segments)
    for (const segment of after.segments)
      if (segment.seq === seq || segment.deliveredSeq === seq || segment.droppedSeq === seq || segment.heldSeq === seq)
        add('cable', spanOf(segment));
  add('send', { from: before?.acknowledged ?? 0, to: after.acknowledged });
  const read = after.reads.at(-1);
  if (read?.seq === seq) add('read', spanOf(read));
  else for (const span of after.arrived) for (const part of outside(span, before?.arrived ?? [])) add('receive', part);
  const message = after.messages.at(-1);
  if (message?.seq === seq) add('decoded', spanOf(message));
  if (after.refused?.seq === seq) add('decoded', { from: after.refused.offset, to: after.read });
  return moved;
}

/** The row in which the step did something, and moved bytes or none. */
export function rowTouched(moved: readonly Moved[], after: ByteStream, seq: number): RowName | undefined {
  const [first] = moved;
  const cable = moved.find(({ row }) => row === 'cable');
  const receive = moved.find(({ row }) => row === 'receive');
  if (receive ?? cable ?? first) return (receive ?? cable ?? first)?.row;
  if (after.writes.some((one) => one.returnedSeq === seq || one.seq === seq)) return 'written';
  if (after.reader?.seq === seq || after.endReadSeq === seq) return 'read';
  return undefined;
}

/** Bytes at which one looks at this cursor: those that moved, or those that move next. */
export function focusOf(moved: readonly Moved[], stream: ByteStream): Span {
  const [first] = moved;
  if (first) {
    const main = moved.find(({ row }) => row === 'receive' || row === 'read') ?? first;
    return { from: main.from, to: main.to };
  }
  const last = [stream.reads.at(-1), stream.segments.at(-1), stream.writes.at(-1)]
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.seq - a.seq)[0];
  if (stream.reader && (!last || stream.reader.seq > last.seq))
    return { from: stream.read, to: Math.max(stream.read + 1, Math.min(arrivedInOrder(stream), stream.read + 64)) };
  return last ? spanOf(last) : { from: 0, to: 0 };
}

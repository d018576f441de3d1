// The events of a binary file by the tables in the file itself, whatever today's are: what a later version of the kinds
// needs to read an older file.
import type { ColumnsHead, PlacedChunk } from './columns-form.ts';
import { RecordingError } from './recording-error.ts';

export interface ToldEvent {
  /** As a line of JSON would give it. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Where its slots are. */
  readonly byte: number;
}

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

export function* toldEvents(head: ColumnsHead, chunks: Iterable<PlacedChunk>): Generator<ToldEvent> {
  const { kinds, actors, sources, texts, shapes } = head;
  for (const { chunk, shapesByte, slotsByte } of chunks) {
    let slot = 0;
    const next = (): number => {
      if (slot >= chunk.used) throw new RecordingError('an event is cut off', { byte: slotsByte + slot * 4 });
      return chunk.slots[slot++] as number;
    };
    for (let row = 0; row < chunk.rows; row++) {
      const shape = shapes[chunk.shape[row] as number];
      if (shape === undefined)
        throw new RecordingError('an event has no shape', { byte: shapesByte + row * chunk.shape.BYTES_PER_ELEMENT });
      const byte = slotsByte + slot * 4;
      const [kind, actor, source, line, hasCause, isThere] = shape;
      const [name, fields] = kinds[kind] as ColumnsHead['kinds'][number];
      const event: Record<string, unknown> = {
        at: chunk.at[row],
        actor: actors[actor],
        kind: name,
        source: sources[source],
      };
      if (hasCause === 1) event['cause'] = next();
      if (line > 0) event['line'] = line;
      let bit = 1;
      for (const [field, type] of fields) {
        if (type.endsWith('?')) {
          const there = (isThere & bit) !== 0;
          bit <<= 1;
          if (!there) continue;
        }
        event[field] = valueOf(type.replace('?', ''), next, texts);
      }
      yield { event, byte };
    }
    if (slot !== chunk.used)
      throw new RecordingError('there is more than the events take up', { byte: slotsByte + slot * 4 });
  }
}

function valueOf(type: string, next: () => number, texts: readonly string[]): unknown {
  const raw = next();
  switch (type) {
    case 'text':
      return texts[raw];
    case 'flag':
      return raw === 0 || raw === 1 ? raw === 1 : raw;
    case 'unsigned':
      return raw >>> 0;
    case 'number':
      halves[0] = raw;
      halves[1] = next();
      return double[0];
    default:
      return raw;
  }
}

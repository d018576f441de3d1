// Most of what an event says it shares with thousands of others: who, what kind, from where, in which line, and which of
// the optional fields are there. That is its shape; a column holds its number, and whoever looks for a kind or an actor
// asks once a shape instead of once an event.
import { SOURCES, type Source } from './event.ts';
import { type Field, fieldsOf, type Kind, kindNames } from './kinds.ts';

/** What events of one shape have in common. */
export interface Shape {
  readonly number: number;
  readonly kind: Kind;
  readonly actor: string;
  readonly source: Source;
  readonly line: number | undefined;
  readonly hasCause: boolean;
  /** Those fields of the kind that are there, in their order. */
  readonly fields: readonly Field[];
  /** Slots of 32 bits that the event takes up, its cause included. */
  readonly size: number;
}

export interface ShapeTable {
  readonly all: readonly Shape[];
  readonly byteLength: number;
  /** `isThere`: bit n says whether the n-th optional field of the kind is there. */
  find(kind: number, actor: number, source: number, line: number, hasCause: boolean, isThere: number): Shape;
}

const SHAPE_BYTES = 160;
/** A kind has at most 8 optional fields; below these limits a shape is known by one number, beyond by a text. */
const MOST_ACTORS = 1 << 13;
const MOST_LINES = 1 << 20;

export const kindNumbers: ReadonlyMap<string, number> = new Map(kindNames.map((kind, number) => [kind, number]));
export const sourceNumbers: ReadonlyMap<string, number> = new Map(SOURCES.map((source, number) => [source, number]));

/** @param line 0: none. */
export function createShapeTable(actorOf: (number: number) => string): ShapeTable {
  const all: Shape[] = [];
  const known = new Map<number | string, Shape>();

  function keyOf(kind: number, actor: number, source: number, line: number, cause: number, isThere: number) {
    if (actor >= MOST_ACTORS || line >= MOST_LINES) return `${kind} ${actor} ${source} ${line} ${cause} ${isThere}`;
    return ((((actor * 256 + kind) * 8 + source) * 2 + cause) * 256 + isThere) * MOST_LINES + line;
  }

  return {
    all,
    get byteLength() {
      return all.length * SHAPE_BYTES;
    },
    find(kind, actor, source, line, hasCause, isThere) {
      const key = keyOf(kind, actor, source, line, hasCause ? 1 : 0, isThere);
      let shape = known.get(key);
      if (!shape) {
        const name = kindNames[kind] as Kind;
        const fields = fieldsThere(name, isThere);
        shape = {
          number: all.length,
          kind: name,
          actor: actorOf(actor),
          source: SOURCES[source] as Source,
          line: line === 0 ? undefined : line,
          hasCause,
          fields,
          size: slotsOf(fields) + (hasCause ? 1 : 0),
        };
        all.push(shape);
        known.set(key, shape);
      }
      return shape;
    },
  };
}

/** Which of the optional fields of a kind a shape has, as `ShapeTable.find` takes it. */
export function fieldsThereOf({ kind, fields }: Shape): number {
  let isThere = 0;
  let bit = 1;
  for (const field of fieldsOf(kind)) {
    if (!field.optional) continue;
    if (fields.includes(field)) isThere |= bit;
    bit <<= 1;
  }
  return isThere;
}

/** Slots that fields take up: two for a double, one for anything else. */
function slotsOf(fields: readonly Field[]): number {
  return fields.reduce((sum, { type }) => sum + (type === 'number' ? 2 : 1), 0);
}

function fieldsThere(kind: Kind, isThere: number): readonly Field[] {
  let bit = 1;
  return fieldsOf(kind).filter((field) => {
    if (!field.optional) return true;
    const there = (isThere & bit) !== 0;
    bit <<= 1;
    return there;
  });
}

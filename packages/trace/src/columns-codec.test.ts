import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHUNK_ROWS,
  columnsParts,
  createTrace,
  type Fact,
  isColumnsForm,
  parseColumns,
  parseTrace,
  RecordingError,
  serializeColumns,
  serializeTrace,
  type Trace,
} from './index.ts';
import { facts, header, traceOf } from './testing/arbitrary-trace.ts';

const read: Fact = { at: 1, actor: 't1', kind: 'value.read', source: 'program', line: 3, name: 'total', value: 7 };
const text = new TextDecoder();

/** The file with its head changed. */
function withHead(bytes: Uint8Array, change: (json: string) => string): Uint8Array {
  const length = new DataView(bytes.buffer).getUint32(12, true);
  const json = new TextEncoder().encode(change(text.decode(bytes.subarray(16, 16 + length))));
  const from = Math.ceil((16 + length) / 8) * 8;
  const to = Math.ceil((16 + json.length) / 8) * 8;
  const changed = new Uint8Array(to + bytes.length - from);
  changed.set(bytes.subarray(0, 16));
  changed.set(json, 16);
  changed.set(bytes.subarray(from), to);
  new DataView(changed.buffer).setUint32(12, json.length, true);
  return changed;
}

function refusal(bytes: Uint8Array): RecordingError | undefined {
  try {
    parseColumns(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof RecordingError) return error;
    throw error;
  }
}

function longTrace(): Trace {
  const trace = createTrace(header);
  for (let seq = 0; seq < CHUNK_ROWS * 2 + 10; seq++)
    trace.append({ ...read, at: seq < CHUNK_ROWS ? seq : seq + 0.5, ...(seq > 0 ? { cause: seq - 1 } : {}) } as Fact);
  return trace;
}

describe('the binary form', () => {
  test('survives writing and reading, and both forms tell the same', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const trace = traceOf(list);
        const lines = serializeTrace(trace);
        const again = parseColumns(serializeColumns(trace));
        expect(serializeTrace(again)).toBe(lines);
        expect(again.slice(0)).toEqual(trace.slice(0));
        expect(serializeColumns(parseTrace(lines))).toEqual(serializeColumns(trace));
        expect(serializeColumns(again)).toEqual(serializeColumns(trace));
      }),
    );
  });

  test('survives through several chunks, in pieces, at any place in memory, and can be carried on', () => {
    const trace = longTrace();
    const bytes = serializeColumns(trace);
    expect(Buffer.concat([...columnsParts(trace)]).equals(bytes)).toBe(true);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const again = parseColumns(shifted.subarray(3));
    expect(again.slice(0)).toEqual(trace.slice(0));
    for (const one of [trace, again]) for (let n = 0; n < 200; n++) one.append({ ...read, actor: 't2' });
    expect(again.slice(0)).toEqual(trace.slice(0));
    expect(again.byteLength).toBeLessThanOrEqual(trace.byteLength);
  });

  test('is known by its first bytes', () => {
    expect(isColumnsForm(serializeColumns(traceOf([])))).toBe(true);
    expect(isColumnsForm(new TextEncoder().encode(serializeTrace(traceOf([]))))).toBe(false);
    expect(isColumnsForm(new Uint8Array())).toBe(false);
  });

  test('is read by the tables in the file, where today’s are others', () => {
    const bytes = serializeColumns(traceOf([read, { ...read, cause: 0, value: -8 } as Fact]));
    const old = withHead(bytes, (json) =>
      json
        .replace('"version":1', '"version":0')
        .replace('"value.read"', '"value.seen"')
        .replace('["name","text"]', '["of","text"]')
        .replace('"chunkRows":4096', '"chunkRows":2'),
    );
    expect(refusal(old)?.message).toContain('version 0');
    const trace = parseColumns(old, {
      upgrades: [{ from: 0, event: ({ of, ...event }) => ({ ...event, kind: 'value.read', name: of }) }],
    });
    expect(trace.slice(0)).toEqual([
      { ...read, seq: 0 },
      { ...read, seq: 1, cause: 0, value: -8 },
    ]);
  });

  const whole = serializeColumns(traceOf([read, { ...read, cause: 0 } as Fact]));
  const changedAt = (fromEnd: number, value: number) => whole.with(whole.length - fromEnd, value);
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /^byte 0: this is not/],
    ['only the magic number', whole.slice(0, 8), /^byte 8: the file ends/],
    ['half a head', whole.slice(0, 100), /^byte 100: the file ends/],
    ['no last byte', whole.slice(0, -1), /the file ends/],
    ['more at its end', Buffer.concat([whole, new Uint8Array(8)]), /something follows/],
    ['another version', whole.with(8, 2), /^byte 8: version 2/],
    ['a head that is not JSON', whole.with(16, 0), /^byte 16: the head is not JSON/],
    ['an unknown kind', withHead(whole, (json) => json.replace('value.read', 'value.fake')), /unknown kind/],
    ['an unknown source', withHead(whole, (json) => json.replace('"derived"', '"rumour"')), /unknown source/],
    ['too many events', withHead(whole, (json) => json.replace('"events":2', '"events":1e9')), /number of events/],
    ['a chunk too long', withHead(whole, (json) => json.replace('[[2,5,4,2]]', '[[3,5,4,2]]')), /chunk 0/],
    ['a shape twice', withHead(whole, (json) => json.replace('[0,0,2,3,1,0]', '[0,0,2,3,0,0]')), /told twice/],
    ['an actor that is none', withHead(whole, (json) => json.replace('"actors":["t1"]', '"actors":[]')), /shape/],
    ['a shape that is none', changedAt(4, 9), /event 0 has no shape/],
    ['a text that is none', changedAt(24, 9), /^byte \d+: 9 is none/],
    ['a cause that lies not before', changedAt(16, 1), /^byte \d+: 1 is none/],
  ])('with %s is refused, naming the byte', (_, bytes, message) => {
    const error = refusal(bytes);
    expect(error?.message).toMatch(message);
    expect(error?.fileByte).toBeTypeOf('number');
  });
});

// A hundred thousand broken files, in both forms. Whatever happens to a file, its reader ends with a trace or with a
// RecordingError, and never holds more than twice what the sound file takes. The mutations are the same every time.
import { expect, onTestFinished, test } from 'vitest';
import {
  createRecordingReader,
  type Fact,
  parseColumns,
  parseTrace,
  RecordingError,
  serializeColumns,
  serializeTrace,
  type Trace,
} from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

const FILES_OF_A_FORM = 50_000;
const MINUTES_MS = 180_000;

const base = { at: 3, actor: 't1', source: 'program', line: 4 } as const;
const seeds: readonly Trace[] = [
  traceOf([
    { ...base, kind: 'lock.requested', lock: 'l' },
    { ...base, kind: 'lock.acquired', lock: 'l', cause: 0 },
    { ...base, kind: 'value.read', name: 'total', value: -5, cause: 1 },
    { ...base, kind: 'thread.blocked', on: 'l', holder: 't1', timeoutMs: 2.5, actor: 't2' },
    { ...base, kind: 'outcome.observed', run: 1, value: '2', expected: true, overlapPercent: 99.5 },
  ]),
  traceOf([
    { ...base, kind: 'call.entered', call: 'send', detail: '线程 🙂', bytes: 12, source: 'kernel' },
    ...Array.from({ length: 4 }, (_, n): Fact => ({ ...base, at: n / 3, kind: 'text.printed', text: `line ${n}` })),
    { ...base, kind: 'run.ended', reason: 'finished', source: 'derived' },
  ]),
];

function createRandom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Bytes that mean something to one of the forms. */
const TELLING = [...new TextEncoder().encode('0129-.eE"\\,:[]{}\n tfn'), 0, 1, 0x7f, 0x80, 0xff];

function mutated(sound: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = Buffer.from(sound);
  const insert = (at: number, piece: Uint8Array) => Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  for (let times = 1 + random(3); times > 0; times--) {
    const at = random(bytes.length);
    const to = at + 1 + random(8);
    const telling = TELLING[random(TELLING.length)] as number;
    switch (random(7)) {
      case 0:
        bytes[at] = random(256);
        break;
      case 1:
        bytes[at] = telling;
        break;
      case 2:
        bytes[at] = (bytes[at] as number) ^ (1 << random(8));
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
        break;
      case 4:
        bytes = insert(random(bytes.length), bytes.subarray(at, to));
        break;
      case 5:
        bytes = insert(at, Uint8Array.of(telling));
        break;
      default:
        if (random(4) === 0) bytes = bytes.subarray(0, at + 1);
    }
    if (bytes.length === 0) break;
  }
  // A buffer may begin anywhere in memory.
  return bytes;
}

/** What was held in the end, whether it was read or refused. */
type Reading = (bytes: Uint8Array) => { readonly trace: Trace | undefined; readonly error: unknown };

const asLines: Reading = (bytes) => {
  const reader = createRecordingReader();
  try {
    reader.write(new TextDecoder().decode(bytes));
    return { trace: reader.end(), error: undefined };
  } catch (error) {
    return { trace: reader.trace, error };
  }
};

const asColumns: Reading = (bytes) => {
  try {
    return { trace: parseColumns(bytes), error: undefined };
  } catch (error) {
    return { trace: undefined, error };
  }
};

/** What was read is sound: it can be told again, in both forms. */
function tellAgain(trace: Trace): void {
  const text = serializeTrace(trace);
  if (serializeTrace(parseTrace(text)) !== text) throw new Error('the lines say something else');
  if (serializeTrace(parseColumns(serializeColumns(trace))) !== text) throw new Error('the columns say something else');
}

test.each<[string, Reading, (trace: Trace) => Uint8Array]>([
  ['as JSON Lines', asLines, (trace) => new TextEncoder().encode(serializeTrace(trace))],
  ['in the binary form', asColumns, serializeColumns],
])(
  'fifty thousand broken files %s are read or refused, and held within bounds',
  (_, read, write) => {
    const counts = { read: 0, refused: 0 };
    const random = createRandom(20_261);
    // Nobody reads where in the code a file was refused.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    onTestFinished(() => {
      Error.stackTraceLimit = stackTraceLimit;
    });
    for (const trace of seeds) {
      const sound = write(trace);
      const most = 2 * (read(sound).trace as Trace).byteLength;
      for (let n = 0; n < FILES_OF_A_FORM / seeds.length; n++) {
        const { trace: held, error } = read(mutated(sound, random));
        if (error !== undefined && !(error instanceof RecordingError)) throw error;
        if ((held?.byteLength ?? 0) > most) throw new Error(`${held?.byteLength} bytes, more than ${most}`);
        if (error === undefined) tellAgain(held as Trace);
        counts[error === undefined ? 'read' : 'refused']++;
      }
    }
    expect(counts.read + counts.refused).toBe(FILES_OF_A_FORM);
    expect(counts.read).toBeGreaterThan(FILES_OF_A_FORM / 50);
    expect(counts.refused).toBeGreaterThan(FILES_OF_A_FORM / 2);
  },
  MINUTES_MS,
);

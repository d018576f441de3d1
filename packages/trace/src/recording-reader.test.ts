import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecordingReader, parseTrace, RecordingError, type RecordingLimits, serializeTrace } from './index.ts';
import { facts, header, traceOf } from './testing/arbitrary-trace.ts';

const headerLine = `${JSON.stringify(header)}\n`;
const printed = (text: string, line = 1) =>
  `{"at":0,"actor":"t1","kind":"text.printed","source":"program","line":${line},"text":"${text}"}\n`;

function refusal(text: string, limits: Partial<RecordingLimits> = {}): RecordingError | undefined {
  const reader = createRecordingReader({ limits });
  try {
    for (const piece of text.match(/[^]{1,7}/g) ?? []) reader.write(piece);
    reader.end();
    return undefined;
  } catch (error) {
    if (error instanceof RecordingError) return error;
    throw error;
  }
}

describe('a reader', () => {
  test('reads the same however the text is cut', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 400 }), (list, size) => {
        const text = serializeTrace(traceOf(list));
        const reader = createRecordingReader();
        for (let from = 0; from < text.length; from += size) reader.write(text.slice(from, from + size));
        expect(serializeTrace(reader.end())).toBe(text);
      }),
    );
  });

  test('has the events that came so far', () => {
    const reader = createRecordingReader();
    reader.write(headerLine.slice(0, 30));
    expect(reader.trace).toBeUndefined();
    reader.write(headerLine.slice(30) + printed('a') + printed('b').slice(0, 20));
    expect(reader.trace?.length).toBe(1);
    reader.write(printed('b').slice(20));
    expect(reader.trace?.length).toBe(2);
  });

  test('does not mind empty lines at the end, but within', () => {
    expect(parseTrace(`${headerLine}${printed('a')}\n \n\n`).length).toBe(1);
    expect(refusal(`${headerLine}\n\n${printed('a')}`)).toMatchObject({ fileLine: 2 });
    expect(refusal('\n\n')).toMatchObject({ fileLine: 1 });
  });

  test.each<[string, Partial<RecordingLimits>, number, RegExp]>([
    [headerLine + printed('x'.repeat(500)), { lineCharacters: 400 }, 2, /more than 400 characters/],
    [headerLine + printed('x'.repeat(500)).trim(), { lineCharacters: 400 }, 2, /more than 400 characters/],
    [headerLine + ' '.repeat(500), { lineCharacters: 400 }, 2, /more than 400 characters/],
    [headerLine + '\n'.repeat(5000), { characters: 4000 }, 3000, /more than 4000 characters/],
    [headerLine + printed('a').repeat(5), { events: 4 }, 6, /more than 4 events/],
    [headerLine + printed('a') + printed('b') + printed('c'), { texts: 2 }, 4, /more than 2 different texts/],
    [headerLine + printed('abc') + printed('abd'), { textCharacters: 5 }, 3, /texts of more than 5 characters/],
    [headerLine + printed('a') + printed('a').replace('t1', 't2'), { actors: 1 }, 3, /more than 1 actors/],
    [headerLine + printed('a') + printed('a', 2), { shapes: 1 }, 3, /more than 1 combinations/],
  ])('ends with a clear error where there is too much: %#', (text, limits, fileLine, message) => {
    const error = refusal(text, limits);
    expect(error?.message).toMatch(message);
    // Of endless emptiness only the place where patience ended counts.
    if (limits.characters === undefined) expect(error?.fileLine).toBe(fileLine);
    expect(refusal(text)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTrace, RecordingError, serializeTrace, type Upgrade, upgraded } from './index.ts';
import { facts, header, traceOf } from './testing/arbitrary-trace.ts';

const headerLine = JSON.stringify(header);
const read = '{"at":0,"actor":"t1","kind":"value.read","source":"program","name":"total","value":0}';

describe('a recording', () => {
  test('survives writing and reading', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const trace = traceOf(list);
        const again = parseTrace(serializeTrace(trace));
        expect(again.header).toEqual(trace.header);
        expect(again.slice(0)).toEqual(trace.slice(0));
      }),
    );
  });

  test.each([
    ['', 1, 'not JSON'],
    ['{"format":"other"}', 1, 'not a Lockstep recording'],
    [headerLine.replace('"version":1', '"version":99'), 1, 'newer'],
    [headerLine.replace('"seed":1,', ''), 1, 'seed'],
    [headerLine.replace('"colour":2', '"colour":9'), 1, 'colour'],
    [`${headerLine}\nnonsense`, 2, 'not JSON'],
    [`${headerLine}\n${read}\n[]`, 3, 'an object'],
    [`${headerLine}\n${read.replace('value.read', 'value.guessed')}`, 2, 'unknown kind'],
    [`${headerLine}\n${read.replace('"value":0', '"value":"0"')}`, 2, 'value.read.value'],
    [`${headerLine}\n${read.replace('"value":0', '"value":1.5')}`, 2, 'not integer'],
    [`${headerLine}\n${read.replace('"value":0', '"value":0,"colour":"red"')}`, 2, 'no field colour'],
    [`${headerLine}\n${read.replace('"at":0', '"at":0,"cause":0')}`, 2, 'cause'],
    [`${headerLine}\n${read.replace('"at":0', '"at":0,"line":0')}`, 2, 'line'],
    [`${headerLine}\n${read.replace('"program"', '"rumour"')}`, 2, 'source'],
    [`${headerLine}\n${read.replace('"actor":"t1",', '')}`, 2, 'actor'],
    [`${headerLine}\n${read.replace('"at":0', '"at":null')}`, 2, 'time'],
  ])('with a fault is refused, naming the line: %#', (text, fileLine, words) => {
    let error: unknown;
    try {
      parseTrace(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RecordingError);
    expect((error as RecordingError).fileLine).toBe(fileLine);
    expect((error as RecordingError).message).toContain(words);
  });

  test('never breaks the reader, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          parseTrace(text);
        } catch (error) {
          expect(error).toBeInstanceOf(RecordingError);
        }
      }),
    );
  });

  test('of an older version is brought up to date step by step', () => {
    const steps: readonly Upgrade[] = [
      { from: -1, header: ({ laboratory, ...header }) => ({ ...header, lab: laboratory }) },
      { from: 0, event: (event) => (event['kind'] === 'value.seen' ? { ...event, kind: 'value.read' } : event) },
    ];
    const old = headerLine.replace('"version":1', '"version":-1').replace('"lab"', '"laboratory"');
    const trace = parseTrace(`${old}\n${read.replace('value.read', 'value.seen')}\n${read}`, steps);
    expect(trace.header).toMatchObject({ version: 1, lab: 'example' });
    expect(trace.slice(0).map(({ kind }) => kind)).toEqual(['value.read', 'value.read']);
    expect(upgraded({ version: 1 })).toEqual({ header: { version: 1 }, event: undefined });
  });
});

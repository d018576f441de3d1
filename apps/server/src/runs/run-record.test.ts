import { type Fact, parseTrace } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { testTrace } from '../testing/test-trace.ts';
import { createRunRecord } from './run-record.ts';

const fact = (text: string): Fact => ({ at: 0, actor: 'main', kind: 'text.printed', source: 'program', text });
const turn = () => new Promise(setImmediate);

/** A record whose file takes a text only when the test lets it. */
function openRecord(maxEvents = 1000) {
  const appending: { readonly text: string; readonly take: () => void; readonly reject: (error: Error) => void }[] = [];
  const written: string[] = [];
  const faults: unknown[] = [];
  const published: number[] = [];
  const record = createRunRecord({
    maxEvents,
    flushMs: 1,
    makeHeader: (reality) => ({ ...testTrace([]).header, reality }),
    openFile: async () => ({
      append: (text) =>
        new Promise((resolve, reject) => {
          const take = () => {
            written.push(text);
            resolve();
          };
          appending.push({ text, take, reject });
        }),
      close: async () => {},
    }),
    onPublished: () => published.push(record.published),
    onFault: (error) => faults.push(error),
  });
  return { record, appending, written, faults, published };
}

test('nothing is shown before the file has it', async () => {
  const { record, appending } = openRecord();
  record.record(fact('a'));
  record.flush();
  await turn();
  record.record(fact('b'));
  expect([record.length, record.published, record.header]).toEqual([2, 0, undefined]);
  appending.shift()?.take();
  await turn();
  expect([record.length, record.published]).toEqual([2, 1]);
  expect(record.linesFrom(0)).toMatchObject({ from: 0, to: 1 });
  expect(record.header).toContain('"lockstep"');
});

test('what is recorded while a text is being written goes with the next', async () => {
  const { record, appending, written, published } = openRecord();
  record.declare({ parts: ['kernel-tcp'] });
  for (const text of ['a', 'b', 'c']) {
    record.record(fact(text));
    record.flush();
    await turn();
  }
  while (appending.length > 0) {
    appending.shift()?.take();
    await turn();
  }
  expect(written).toHaveLength(2);
  const trace = parseTrace(written.join(''));
  expect(trace.length).toBe(3);
  expect(trace.header.reality).toEqual({ parts: ['kernel-tcp'] });
  expect(published.at(-1)).toBe(3);
});

test('without being asked it writes what is new after a while', async () => {
  const { record, appending } = openRecord();
  record.record(fact('a'));
  while (appending.length === 0) await turn();
  expect(appending[0]?.text).toContain('"a"');
});

test('a flush tells the listener even if nothing is new', async () => {
  const { record, published } = openRecord();
  record.flush();
  await turn();
  expect(published).toEqual([0]);
});

test('what is real is told before the first event or not at all', () => {
  const { record } = openRecord();
  record.record(fact('a'));
  expect(() => record.declare({ parts: [] })).toThrow('after the first');
});

test('when the file fails, that is told once and the events are still shown', async () => {
  const { record, appending, faults } = openRecord();
  record.record(fact('a'));
  record.flush();
  await turn();
  appending.shift()?.reject(new Error('no space left'));
  await turn();
  record.record(fact('b'));
  await record.close();
  expect(faults).toEqual([new Error('no space left')]);
  expect(record.published).toBe(2);
});

test('events beyond the limit are counted', () => {
  const { record } = openRecord(1);
  expect([record.record(fact('a')), record.record(fact('b')), record.dropped]).toEqual([0, -1, 1]);
});

import { serializeTrace } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { testTrace } from '../testing/test-trace.ts';
import { BATCH_CHARACTERS, createEventLinesReader } from './event-lines.ts';

test('batches are bounded and join to the whole', () => {
  const trace = testTrace(Array.from({ length: 3000 }, (_, n) => `${n} `.repeat(40)));
  const read = createEventLinesReader(trace);
  let text = `${JSON.stringify(trace.header)}\n`;
  for (let from = 0; from < trace.length; ) {
    const { lines, to } = read(from, trace.length);
    expect(lines.length).toBeLessThan(BATCH_CHARACTERS + 1000);
    text += lines;
    from = to;
  }
  expect(text).toBe(serializeTrace(trace));
});

test('those who stand at the same place share one text', () => {
  const trace = testTrace(['a', 'b', 'c']);
  const read = createEventLinesReader(trace);
  expect(read(1, 3)).toBe(read(1, 3));
});

test('a text that was made earlier is not given to who may see more', () => {
  const trace = testTrace(['a', 'b']);
  const read = createEventLinesReader(trace);
  expect(read(0, 1).to).toBe(1);
  expect(read(0, 2).to).toBe(2);
});

test('a full batch is remembered whatever is published meanwhile', () => {
  const trace = testTrace(Array.from({ length: 3000 }, () => 'x'.repeat(100)));
  const read = createEventLinesReader(trace);
  const first = read(0, 2000);
  for (let end = 2001; end < 2100; end++) read(end - 1, end);
  expect(read(0, 3000)).toBe(first);
  expect(read(0, first.to - 1).to).toBe(first.to - 1);
});

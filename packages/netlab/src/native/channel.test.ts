import { closeSync, writeSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createChannel, createLineReader } from './channel.ts';
import { watchReadable } from './watch-readable.ts';

it('gives whole lines only, and tells the end', () => {
  const [ours, theirs] = createChannel();
  const lines = createLineReader(ours);
  expect(lines.read()).toEqual([]);
  writeSync(theirs, 'one\ntw');
  expect(lines.read()).toEqual(['one']);
  writeSync(theirs, 'o\n');
  expect(lines.read()).toEqual(['two']);
  closeSync(theirs);
  expect([lines.read(), lines.ended]).toEqual([[], true]);
  closeSync(ours);
});

it.each([['by poll'], ['by the timer that stands in for it']])(
  'calls back when there is something to read, %s',
  async (way) => {
    const [ours, theirs] = createChannel();
    const lines = createLineReader(ours);
    const line = new Promise<string>((resolve) => {
      const watch = watchReadable(
        ours,
        () => {
          const [first] = lines.read();
          if (first === undefined) return;
          watch.close();
          resolve(first);
        },
        ...(way === 'by poll' ? [] : ([false] as const)),
      );
    });
    writeSync(theirs, 'hello\n');
    expect(await line).toBe('hello');
    closeSync(theirs);
    closeSync(ours);
  },
);

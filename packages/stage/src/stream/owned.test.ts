import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownedRuns } from './owned.ts';

function writesOf(lengths: readonly number[]) {
  let offset = 0;
  return lengths.map((length, index) => {
    const write = { number: index + 1, actor: 'client', call: 'send', offset, length, offered: length, seq: index };
    offset += length;
    return write;
  });
}

it('a span comes apart at the cuts between writes, and what nobody wrote belongs to nobody', () => {
  const runs = ownedRuns(writesOf([20, 0, 20]), { from: 10, to: 50 });
  expect(runs.map(({ from, to, write }) => [from, to, write?.number])).toEqual([
    [10, 20, 1],
    [20, 40, 3],
    [40, 50, undefined],
  ]);
});

it('the runs of a span tile it, each byte with the write that wrote it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), fc.nat(60), fc.nat(40), (lengths, from, length) => {
      const writes = writesOf(lengths);
      let end = from;
      for (const run of ownedRuns(writes, { from, to: from + length })) {
        expect(run.from).toBe(end);
        end = run.to;
        for (let at = run.from; at < run.to; at++)
          expect(writes.find((one) => one.offset <= at && at < one.offset + one.length)).toBe(run.write);
      }
      expect(end).toBe(from + length);
    }),
  );
});

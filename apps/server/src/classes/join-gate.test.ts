import { expect, test } from 'vitest';
import { createJoinGate } from './join-gate.ts';

const limits = { tries: 10, triesPerSecond: 1, wrongTries: 3, wrongTriesPerSecond: 1, maxWaitMs: 2_000 };

/** A gate with a clock of its own: who waits is noted and goes on at once. */
function scriptedGate() {
  let nowMs = 0;
  const waited: number[] = [];
  const gate = createJoinGate(
    limits,
    () => nowMs,
    async (ms) => void waited.push(ms),
  );
  return {
    waited,
    pass: (ms: number) => {
      nowMs += ms;
    },
    right: async (address = '10.0.0.1') => {
      await gate.enter(address);
      gate.wasRight(address);
    },
    wrong: (address = '10.0.0.1') => gate.enter(address),
  };
}

test('a whole class behind one address joins at once', async () => {
  const { right, waited } = scriptedGate();
  for (let n = 0; n < limits.tries; n++) await right();
  expect(waited).toEqual([]);
});

test('after wrong codes each try waits its turn, the right code too, and then all are refused', async () => {
  const { right, wrong, waited } = scriptedGate();
  for (let n = 0; n < limits.wrongTries; n++) await wrong();
  expect(waited).toEqual([]);
  await wrong();
  await right();
  expect(waited).toEqual([1000, 2000]);
  await wrong();
  await expect(wrong()).rejects.toMatchObject({ code: 'too-fast' });
  await expect(right()).rejects.toMatchObject({ code: 'too-fast' });
});

test('another address is not slowed, and with time this one is not either', async () => {
  const { wrong, waited, pass } = scriptedGate();
  for (let n = 0; n < limits.wrongTries; n++) await wrong();
  await wrong('10.0.0.2');
  pass(3_000);
  for (let n = 0; n < limits.wrongTries; n++) await wrong();
  expect(waited).toEqual([]);
});

test('guesses that are made at the same time are counted before the first is answered', async () => {
  const { wrong, waited } = scriptedGate();
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => wrong()));
  expect(tries.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 5 }, () => 'fulfilled'),
    ...Array.from({ length: 3 }, () => 'rejected'),
  ]);
  expect(waited).toEqual([1000, 2000]);
});

test('who has one IPv6 address has many, and they count as one', async () => {
  const { wrong } = scriptedGate();
  for (let n = 0; n < 5; n++) await wrong(`2001:db8::${n}`);
  await expect(wrong('2001:db8:0:0:ffff::1')).rejects.toMatchObject({ code: 'too-fast' });
  await wrong('2001:db8:0:1::1');
});

test('there are only so many tries, right or wrong', async () => {
  const { right, pass } = scriptedGate();
  for (let n = 0; n < limits.tries; n++) await right();
  await expect(right()).rejects.toMatchObject({ code: 'too-fast' });
  pass(1_000);
  await right();
});

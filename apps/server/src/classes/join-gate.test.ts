import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createJoinGate } from './join-gate.ts';

const limits = { tries: 12, triesPerSecond: 1, places: 3, placesPerSecond: 1, maxWaitMs: 2_500 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A gate, and what became of each try. */
function watchedGate() {
  const gate = createJoinGate(limits);
  return {
    gate,
    attempt: (address = '10.0.0.1') => {
      const tried: { state: string } = { state: 'waits' };
      gate.enter(address).then(
        () => {
          tried.state = 'in';
        },
        (error: { code: string }) => {
          tried.state = error.code;
        },
      );
      return tried;
    },
    settle: (ms = 0) => vi.advanceTimersByTimeAsync(ms),
  };
}

test('a whole class behind one address goes in, a few at a time', async () => {
  const { gate, attempt, settle } = watchedGate();
  const tries = Array.from({ length: limits.tries }, () => attempt());
  for (let round = 0; round < limits.tries / limits.places; round++) {
    await settle();
    for (let n = 0; n < limits.places; n++) gate.wasRight('10.0.0.1');
  }
  await settle();
  expect(tries.map(({ state }) => state)).toEqual(tries.map(() => 'in'));
});

test('after wrong codes each try waits its turn, the right code too, and is refused when it does not come', async () => {
  const { attempt, settle } = watchedGate();
  const tries = Array.from({ length: 7 }, () => attempt());
  await settle();
  expect(tries.map(({ state }) => state)).toEqual(['in', 'in', 'in', 'waits', 'waits', 'waits', 'waits']);
  await settle(1_100);
  expect(tries.map(({ state }) => state).slice(3)).toEqual(['in', 'waits', 'waits', 'waits']);
  await settle(1_100);
  expect(tries.map(({ state }) => state).slice(3)).toEqual(['in', 'in', 'waits', 'waits']);
  await settle(1_100);
  expect(tries.map(({ state }) => state).slice(3)).toEqual(['in', 'in', 'too-fast', 'too-fast']);
});

test('another address is not slowed, and with time this one is not either', async () => {
  const { attempt, settle } = watchedGate();
  const tries = Array.from({ length: 4 }, () => attempt());
  const other = attempt('10.0.0.2');
  await settle();
  expect([tries[3]?.state, other.state]).toEqual(['waits', 'in']);
  await settle(10_000);
  const later = Array.from({ length: 3 }, () => attempt());
  await settle();
  expect(later.map(({ state }) => state)).toEqual(['in', 'in', 'in']);
});

test('who has one IPv6 address has many, and they count as one', async () => {
  const { attempt, settle } = watchedGate();
  const tries = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:0:ffff::1', '2001:db8:0:1::1'].map(attempt);
  await settle();
  expect(tries.map(({ state }) => state)).toEqual(['in', 'in', 'in', 'waits', 'in']);
});

test('there are only so many tries, right or wrong', async () => {
  const { gate, attempt, settle } = watchedGate();
  for (let n = 0; n < limits.tries; n++) {
    attempt();
    gate.wasRight('10.0.0.1');
  }
  const surplus = attempt();
  await settle();
  expect(surplus.state).toBe('too-fast');
  await settle(1_000);
  const later = attempt();
  await settle();
  expect(later.state).toBe('in');
});

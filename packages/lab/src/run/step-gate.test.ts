import { expect, test } from 'vitest';
import type { StepChoice } from '../scenario.ts';
import { createStepGate } from './step-gate.ts';

const choice = (thread: number, enabled = true): StepChoice => ({
  thread,
  actor: `t${thread}`,
  operation: 'load total',
  enabled,
  ...(enabled ? {} : { reason: 'lock is held' }),
});

function openGate() {
  const waits: boolean[] = [];
  const gate = createStepGate((isWaiting) => waits.push(isWaiting));
  return { gate, waits };
}

test('the learner lets a thread go that waits', async () => {
  const { gate, waits } = openGate();
  gate.offer([choice(1), choice(2)]);
  const next = gate.next();
  await gate.ask(2);
  expect(await next).toBe(2);
  expect(waits).toEqual([true, false]);
});

test('a click that comes early is taken when the scenario is ready', async () => {
  const { gate } = openGate();
  const clicks = [gate.ask(1), gate.ask(2)];
  gate.offer([choice(1), choice(2)]);
  expect(await gate.next()).toBe(1);
  gate.offer([choice(1), choice(2)]);
  expect(await gate.next()).toBe(2);
  await Promise.all(clicks);
});

test('a thread that must wait is not let go, and the reason is told', async () => {
  const { gate } = openGate();
  gate.offer([choice(1), choice(2, false)]);
  void gate.next();
  await expect(gate.ask(2)).rejects.toMatchObject({
    code: 'not-now',
    message: 'thread 2 has to wait: lock is held',
  });
  await expect(gate.ask(3)).rejects.toMatchObject({ code: 'not-now' });
  await gate.ask(1);
});

test('an early click is judged by the choices of its turn', async () => {
  const { gate } = openGate();
  gate.offer([choice(1)]);
  const early = gate.ask(1);
  gate.offer([choice(1, false), choice(2)]);
  const next = gate.next();
  await expect(early).rejects.toMatchObject({ code: 'not-now' });
  await gate.ask(2);
  expect(await next).toBe(2);
});

test('clicks are not kept without end', async () => {
  const { gate } = openGate();
  for (let n = 0; n < 8; n++) gate.ask(1).catch(() => {});
  await expect(gate.ask(1)).rejects.toMatchObject({ code: 'too-fast' });
});

test('when it closes, scenario and learner are both told', async () => {
  const { gate } = openGate();
  const next = gate.next();
  gate.close(new DOMException('over', 'AbortError'));
  await expect(next).rejects.toMatchObject({ name: 'AbortError' });
  await expect(gate.next()).rejects.toMatchObject({ name: 'AbortError' });
  await expect(gate.ask(1)).rejects.toMatchObject({ code: 'ended' });
});

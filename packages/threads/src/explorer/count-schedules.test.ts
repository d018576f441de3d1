import { describe, expect, it } from 'vitest';
import { compute } from '../primitives/compute.ts';
import { threadProgram } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { countSchedules } from './count-schedules.ts';
import { philosophers } from './testing/philosophers.ts';

describe('countSchedules', () => {
  it.each([
    [3, 168n],
    [4, 98_184n],
    [5, 66_468_720n],
  ])('counts all schedules of %i philosophers without running them: %i', (count, schedules) => {
    expect(countSchedules(new VirtualMachine(philosophers(count).instantiate({})), 2000)).toBe(schedules);
  });

  it('counts exactly beyond what a number can hold', () => {
    const program = threadProgram({
      shared: () => ({}),
      threads: () => [1, 2, 3, 4].map((number) => ({ actor: `t${number}`, body: tenSteps })),
      outcome: () => ({ value: '', expected: true }),
    });
    const factorial = (n: number): bigint => (n === 0 ? 1n : BigInt(n) * factorial(n - 1));
    const machine = new VirtualMachine(program.instantiate({}));
    expect(countSchedules(machine, 15_000)).toBe(factorial(40) / factorial(10) ** 4n);
  });

  it('gives up where there are too many states, and leaves the machine at its beginning', () => {
    const machine = new VirtualMachine(philosophers(3).instantiate({}));
    expect(countSchedules(machine, 86)).toBeUndefined();
    expect(machine.depth).toBe(0);
    expect(countSchedules(machine, 87)).toBe(168n);
  });
});

function* tenSteps() {
  for (let step = 0; step < 10; step++) yield* compute('step', step);
}

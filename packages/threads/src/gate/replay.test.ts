// A known schedule lies in shared memory, and the threads hand over to each other: no main thread between the steps.
import type { KnobValues } from '@lockstep/trace';
import { afterEach, describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/run-scenario.ts';
import { STATE } from '../live/board.ts';
import { Crew, Stopped } from '../live/crew.ts';
import { GatedMachine } from './gated-machine.ts';
import { turnsOf } from './turns-of.ts';

let crew: Crew;
afterEach(() => crew.dispose());

async function hire(program: string, knobs: KnobValues): Promise<void> {
  crew = await Crew.create({ directory: fixtures, program, knobs, gated: true, lines: false, windowUs: 0 });
  await crew.allAre(STATE.idle);
}

/** Takes these steps of a machine and tells what each came to. */
async function take(machine: GatedMachine, turns: readonly number[]): Promise<string[]> {
  const told: string[] = [];
  for (const thread of turns) {
    const step = await machine.step(thread);
    told.push(
      `${thread}: ${step.verb.describe(step)} = ${step.failure ?? step.answer}${step.expired ? ', expired' : ''}`,
    );
  }
  return told;
}

describe('a replay from memory', () => {
  it('forces the lost update on real threads, 100 times of 100', async () => {
    await hire('lost-update.js', { threads: 2, rounds: 1 });
    const turns = [0, 1, 0, 1, 0, 1];
    for (let run = 0; run < 100; run++) {
      const machine = await GatedMachine.begin(crew, turns);
      expect(await take(machine, turns)).toEqual([
        '0: load total = 0',
        '1: load total = 0',
        '0: compute sum = 1 = 1',
        '1: compute sum = 1 = 1',
        '0: store 1 → total = 0',
        '1: store 1 → total = 1',
      ]);
      expect([machine.pending(0), machine.pending(1)]).toEqual([undefined, undefined]);
      expect(crew.instance.outcome(crew.state())).toEqual({ value: '1', expected: false });
    }
  });

  it('tells what the same steps tell when they are let go one by one', async () => {
    await hire('lost-update.js', { threads: 3, rounds: 4, locked: true });
    const turns = turnsOf(
      crew.instance,
      Array.from({ length: 400 }, (_, index) => (Math.floor(index / 2) % 3) + 1),
    );
    const tell = async (known: readonly number[]) => {
      const machine = await GatedMachine.begin(crew, known);
      const told = await take(machine, turns);
      await machine.abort();
      return told;
    };
    expect(turns.length).toBe(48);
    expect(await tell(turns)).toEqual(await tell([]));
  });

  it('shows at each step what each thread would do next, and then goes on step by step', async () => {
    await hire('two-locks.js', {});
    const machine = await GatedMachine.begin(crew, [0, 0, 1]);
    const operations = () => [0, 1].map((thread) => machine.pending(thread)?.verb.name);
    expect(operations()).toEqual(['lock.acquire', 'lock.acquire']);
    await machine.step(0);
    expect(operations()).toEqual(['sleep', 'lock.acquire']);
    await take(machine, [0, 1]);
    expect(operations()).toEqual(['lock.acquire', 'sleep']);
    expect(machine.model.waitsFor(0, machine.pending(0) as never)).toBe(1);
    await machine.step(1);
    await machine.abort();
  });

  it('lets a time run out for real', async () => {
    await hire('cases.js', { case: 'lock with a time-out' });
    const turns = turnsOf(crew.instance, [3, 1, 2, 3]);
    const told = await take(await GatedMachine.begin(crew, turns), turns);
    expect(told).toEqual([
      '2: acquire lock = 1',
      '0: acquire lock = 0, expired',
      '1: acquire lock = 0, expired',
      '2: add 4 → total = 0',
    ]);
  });

  it('goes on step by step where the schedule is longer than its memory', async () => {
    await hire('lost-update.js', { threads: 2, rounds: 400, locked: false });
    const turns = Array.from({ length: 2400 }, (_, index) => index % 2);
    expect(turns.length).toBeGreaterThan(crew.board.steps);
    const machine = await GatedMachine.begin(crew, turns);
    for (const thread of turns) await machine.step(thread);
    expect(crew.instance.outcome(crew.state())).toMatchObject({ value: '400' });
  });

  it('does not believe a memory that says otherwise than the model at its end', async () => {
    await hire('lost-update.js', { threads: 2, rounds: 1 });
    const machine = await GatedMachine.begin(crew, [0, 1]);
    crew.board.memory[0] = 41;
    await machine.step(0);
    await expect(machine.step(1)).rejects.toThrow('thread 2: load total: the model and the memory of total differ');
  });

  it('does not tell another order than the one that was run', async () => {
    await hire('lost-update.js', { threads: 2, rounds: 1 });
    const machine = await GatedMachine.begin(crew, [0, 1]);
    await expect(machine.step(1)).rejects.toThrow("step 1 was thread 0's, not thread 1's");
  });

  it('can be stopped in the middle', async () => {
    await hire('cases.js', { case: 'lock with a time-out' });
    const machine = GatedMachine.begin(crew, [2, 0, 1, 1, 1]);
    crew.stop();
    await expect(machine).rejects.toThrow(Stopped);
  });
});

import { readFileSync } from 'node:fs';
import type { KnobValues } from '@lockstep/trace';
import { afterEach, describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/run-scenario.ts';
import { STATE } from '../live/board.ts';
import { Crew } from '../live/crew.ts';
import { waitForCycle } from '../model/model.ts';
import { GatedMachine } from './gated-machine.ts';

let crew: Crew;
afterEach(() => crew.dispose());

async function hire(program: string, knobs: KnobValues): Promise<void> {
  crew = await Crew.create({ directory: fixtures, program, knobs, gated: true, lines: true, windowUs: 0 });
  await crew.allAre(STATE.idle);
}

describe('the gate', () => {
  it('forces the lost update on real threads, 100 times of 100', async () => {
    await hire('lost-update.js', { threads: 2, rounds: 1 });
    for (let run = 0; run < 100; run++) {
      const machine = await GatedMachine.begin(crew);
      for (const number of [1, 2, 1, 2, 1, 2]) await machine.step(number - 1);
      expect([machine.pending(0), machine.pending(1)]).toEqual([undefined, undefined]);
      expect(crew.instance.outcome(crew.state())).toEqual({ value: '1', expected: false });
    }
  });

  it('forces the deadlock, shows its cycle, and leaves it with the same threads', async () => {
    await hire('two-locks.js', {});
    for (let run = 0; run < 20; run++) {
      const machine = await GatedMachine.begin(crew);
      for (const number of [1, 2, 2, 1]) await machine.step(number - 1);
      const waitsFor = [0, 1].map((thread) => {
        const request = machine.pending(thread);
        return request && machine.model.waitsFor(thread, request);
      });
      expect(waitForCycle(waitsFor)).toEqual([0, 1]);
      await machine.abort();
    }
  });

  it('knows the line of each operation in the source', async () => {
    await hire('lost-update.js', { threads: 1, rounds: 1, locked: true });
    const machine = await GatedMachine.begin(crew);
    const source = readFileSync(new URL('../fixtures/lost-update.ts', import.meta.url), 'utf8').split('\n');
    for (const code of ['mutex.acquire()', 'total.read()', 'total.write(', 'mutex.release()']) {
      const { line } = await machine.step(0);
      expect(source[line - 1]).toContain(`yield* ${code}`);
    }
  });

  it('does not believe a memory that says otherwise than the model', async () => {
    await hire('lost-update.js', { threads: 2, rounds: 1 });
    const machine = await GatedMachine.begin(crew);
    await machine.step(0);
    crew.board.memory[0] = 41;
    await expect(machine.step(1)).rejects.toThrow('thread 2: load total: the model says 0, the memory 41');
  });
});

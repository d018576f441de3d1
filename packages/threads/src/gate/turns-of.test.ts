import { describe, expect, it } from 'vitest';
import { program as cases } from '../fixtures/cases.ts';
import { runScenario } from '../fixtures/run-scenario.ts';
import { turnsOf } from './turns-of.ts';

describe('the turns of a schedule', () => {
  it('are those that can be taken: nobody who waits, has finished, or does not exist', () => {
    const instance = cases.instantiate({ case: 'semaphore' });
    expect(turnsOf(instance, [1, 9, 2, 0, 3, 1, 1, 1, 1, 1, 2])).toEqual([0, 1, 2, 0, 0, 0, 1]);
  });

  it('lead a real run to where the schedule leads the model', async () => {
    const trace = await runScenario({
      program: 'two-locks.js',
      mode: 'stepped',
      knobs: {},
      schedule: [1, 9, 1, 2, 2, 2, 2],
      choose: () => undefined,
    });
    expect(trace.event(trace.length - 1)).toMatchObject({ kind: 'run.ended', reason: 'deadlock' });
  });
});

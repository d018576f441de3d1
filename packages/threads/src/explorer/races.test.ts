import { describe, expect, it } from 'vitest';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { countSchedules } from './count-schedules.ts';
import { exploreEverything } from './testing/everything.ts';
import { randomProgram, seeded } from './testing/random-program.ts';

const PROGRAMS = 1000;
/** Programs with more schedules are passed over: they cannot all be run. */
const MAX_SCHEDULES = 1200n;
/** Long enough for a busy machine. */
const TIMEOUT_MS = 120_000;

// Mistakes in a reduction are silent: what it misses is not there to be seen. So it is held against trying everything.
describe('the reductions, on random programs', () => {
  it.each([20_240_601, 7919])(
    'reach all that there is to reach, with the seed %i',
    (seed) => {
      const random = seeded(seed);
      const sum = { compared: 0, deadlocking: 0, everything: 0, sourceSets: 0, sleepSets: 0 };
      while (sum.compared < PROGRAMS) {
        const program = randomProgram(random);
        const count = countSchedules(new VirtualMachine(program.instantiate({})), 1000);
        if (count === undefined || count > MAX_SCHEDULES || count < 2n) continue;
        const all = exploreEverything(program, { reduction: 'none' });
        expect(all).toMatchObject({ end: 'exhausted', tried: Number(count), pruned: 0 });
        const sleeping = exploreEverything(program, { reduction: 'sleep-sets' });
        const reduced = exploreEverything(program);
        for (const { end, ends, traces, tried } of [sleeping, reduced])
          expect({ end, ends, traces, tried }).toEqual({
            end: 'exhausted',
            ends: all.ends,
            traces: all.traces,
            tried: all.traces.size,
          });
        sum.compared++;
        sum.everything += all.tried;
        sum.sourceSets += reduced.tried + reduced.pruned;
        sum.sleepSets += sleeping.tried + sleeping.pruned;
        if (all.deadlocks.length > 0) sum.deadlocking++;
      }
      expect(sum.deadlocking).toBeGreaterThan(PROGRAMS / 4);
      expect(sum.sourceSets).toBeLessThan(sum.everything / 5);
      expect(sum.sourceSets).toBeLessThan(sum.sleepSets);
    },
    TIMEOUT_MS,
  );
});

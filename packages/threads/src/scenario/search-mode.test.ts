import type { EventOf, Kind, Trace } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../fixtures/run-scenario.ts';

function eventsOf<K extends Kind>(trace: Trace, kind: K): EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}

const program = 'lost-update.js';

describe('runSearchMode', () => {
  it('tells all states of a small program before its verdict', async () => {
    const trace = await runScenario({ program: 'two-locks.js', mode: 'search', knobs: {} });
    const states = eventsOf(trace, 'state.found');
    const links = eventsOf(trace, 'state.linked');
    expect(states.map(({ state }) => state)).toEqual(states.map((_, index) => index));
    expect(states.filter(({ end }) => end === 'deadlock')).toMatchObject([{ label: 'left:1 right:2' }]);
    expect(new Set(links.map(({ to }) => to)).size).toBe(states.length - 1);
    const [found] = eventsOf(trace, 'search.finished');
    expect(found).toMatchObject({ verdict: 'bug', preemptions: 1 });
    expect(found?.seq).toBeGreaterThan(links.at(-1)?.seq ?? Number.POSITIVE_INFINITY);
  });

  it('counts what it need not run', async () => {
    const knobs = { threads: 2, rounds: 2, locked: true };
    const trace = await runScenario({ program, mode: 'search', knobs });
    expect(eventsOf(trace, 'search.finished')).toMatchObject([{ verdict: 'proof', tried: 6, all: 6 }]);
  });

  it('searches as the knob says', async () => {
    const tried = async (searchBy: string) => {
      const trace = await runScenario({ program: 'mixed.js', mode: 'search', knobs: { searchBy } });
      return eventsOf(trace, 'schedule.tried').map(({ schedule }) => schedule);
    };
    const [all, dpor, preemptions] = [await tried('all'), await tried('dpor'), await tried('preemptions')];
    expect(all.length).toBeGreaterThan(dpor.length);
    expect(preemptions.length).toBeLessThan(dpor.length);
    expect(preemptions[0]).toMatch(/^1+2+$/);
  });
});

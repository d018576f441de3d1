// Nothing is lost when the server dies: it is killed in the middle of runs, at moments drawn by seed, on one data directory
// again and again. `npm run bench crash` does it a hundred times.
import { createRandom } from '@lockstep/crowd';
import { expect, test } from 'vitest';
import { createCrashServer, type SeenRun } from './testing/crash-server.ts';
import { createTemporaryDirectory } from './testing/start-test-server.ts';

const LIVES = 5;
const RUNS = 4;
const MOST_EVENTS = 600;

test('whatever a client had seen when the server was killed is there, and the run stands as interrupted', async () => {
  const directory = await createTemporaryDirectory();
  const server = createCrashServer(directory.path);
  const random = createRandom(6);
  const seen: SeenRun[] = [];
  try {
    for (let life = 0; life < LIVES; life++) seen.push(...(await server.live(RUNS, Math.ceil(random() * MOST_EVENTS))));
    expect(seen.reduce((sum, { lines }) => sum + lines.length, 0)).toBeGreaterThan(LIVES);
    const library = new Map((await server.library()).map((run) => [run.run, run]));
    expect(library.size).toBe(LIVES * RUNS);
    for (const { run, lines } of seen) {
      const kept = await server.linesOf(run);
      expect(kept.slice(0, lines.length)).toEqual(lines);
      expect(library.get(run)).toMatchObject({ state: 'interrupted', events: kept.length, lab: 'cadence' });
    }
  } finally {
    await server.close();
    await directory.release();
  }
}, 120_000);

// Every primitive at full speed on real threads: two, four and eight of them, several runs on the same crew. What must
// hold is counted by the programs themselves (fixtures/stress.ts). The runs of four threads are recorded, and what they
// did is done once more on the model, which must come to the same answers.
import { afterEach, describe, expect, it } from 'vitest';
import { fixtures } from './fixtures/run-scenario.ts';
import { stressed } from './fixtures/stress.ts';
import { STATE } from './live/board.ts';
import { Crew } from './live/crew.ts';
import { runFreely } from './live/free-run.ts';
import { RingDrain } from './live/ring-drain.ts';
import { ThreadProbe } from './thread-probe.ts';

const RUNS = 3;
const RING_CAPACITY = 1 << 15;

let crew: Crew;
afterEach(() => crew.dispose());

async function hire(primitive: string, threads: number, rounds: number, ringCapacity?: number): Promise<void> {
  crew = await Crew.create({
    directory: fixtures,
    program: 'stress.js',
    knobs: { primitive, threads, rounds },
    gated: false,
    lines: false,
    windowUs: 0,
    ...(ringCapacity === undefined ? {} : { ringCapacity }),
  });
  await crew.allAre(STATE.idle);
}

/** Runs once. Evaluates to what was broken; undefined: all promises were kept. */
async function broken(watch?: () => void): Promise<string | undefined> {
  const { ending } = await runFreely(crew, watch);
  const { value, expected } = crew.instance.outcome(crew.state());
  return ending === 'finished' && expected ? undefined : `${ending}: ${value}`;
}

describe.each(stressed)('%s at full speed', (primitive) => {
  it.each([
    [2, 400],
    [8, 80],
  ])('keeps its promises to %i threads', async (threads, rounds) => {
    await hire(primitive, threads, rounds);
    for (let times = 0; times < RUNS; times++) expect(await broken()).toBeUndefined();
  });

  it('keeps its promises to 4 threads, and does what the model says in the order of the record', async () => {
    await hire(primitive, 4, 200, RING_CAPACITY);
    for (let times = 0; times < RUNS; times++) {
      const kinds: string[] = [];
      const { actors, instance } = crew;
      const record = ({ kind }: { kind: string }) => kinds.push(kind) - 1;
      const probe = new ThreadProbe({ actors, spawned: instance.spawned, source: 'program', record });
      const drain = new RingDrain(crew, probe, () => 0);
      expect(await broken(() => drain.drain())).toBeUndefined();
      drain.drain();
      expect(kinds).not.toContain('run.dropped');
      expect(kinds).toContain('thread.finished');
    }
  });
});

// Does recording hide the race that it records? The program of the lab `race` at full speed, the same threads with the
// ring and without it in turn, and without it once more as the control: how many runs end wrong, and for how much of
// the time both threads were on their way. There is no budget: the table is the answer, and it depends on free cores.
import { fileURLToPath } from 'node:url';
import { Crew, RingReader, runFreely, timingOf } from '@lockstep/threads';
import { median } from './compare.ts';

const RACE = fileURLToPath(new URL('../../packages/labs/dist/race/', import.meta.url));
const RUNS = 40;
/** Emptied every few milliseconds, as in a run that is watched. */
const RING_CAPACITY = 1 << 16;

interface Setting {
  readonly rounds: number;
  readonly windowUs: number;
}

const SETTINGS: readonly Setting[] = [
  { rounds: 10, windowUs: 0 },
  { rounds: 1000, windowUs: 0 },
  { rounds: 100_000, windowUs: 0 },
  { rounds: 1000, windowUs: 5 },
  { rounds: 100, windowUs: 50 },
];

interface Way {
  readonly run: () => Promise<void>;
  readonly crew: Crew;
  readonly overlaps: number[];
  wrong: number;
}

async function createWay({ rounds, windowUs }: Setting, isRecorded: boolean): Promise<Way> {
  const crew = await Crew.create({
    directory: RACE,
    program: 'program.js',
    knobs: { rounds, lock: false },
    gated: false,
    lines: false,
    windowUs,
    ...(isRecorded && { ringCapacity: RING_CAPACITY }),
  });
  await crew.areReady();
  const readers = crew.rings.map((ring) => new RingReader(ring));
  const drain = () => {
    for (const reader of readers) while (reader.peek() !== undefined) reader.take();
  };
  const way: Way = {
    crew,
    overlaps: [],
    wrong: 0,
    async run() {
      await runFreely(crew, drain);
      if (!crew.instance.outcome(crew.state()).expected) way.wrong++;
      way.overlaps.push(timingOf(crew.board).overlapPercent);
    },
  };
  await way.run();
  way.wrong = 0;
  way.overlaps.length = 0;
  return way;
}

const rows = [];
for (const setting of SETTINGS) {
  const ways = {
    'not recorded': await createWay(setting, false),
    recorded: await createWay(setting, true),
    'not recorded again': await createWay(setting, false),
  };
  for (let run = 0; run < RUNS; run++) for (const way of Object.values(ways)) await way.run();
  await Promise.all(Object.values(ways).map(({ crew }) => crew.dispose()));
  const cells = Object.entries(ways).map(([name, { wrong, overlaps }]) => [
    name,
    `${Math.round((wrong / RUNS) * 100)} % wrong, overlap ${median(overlaps).toFixed(0)} %`,
  ]);
  rows.push({ rounds: setting.rounds, 'window µs': setting.windowUs, ...Object.fromEntries(cells) });
}
console.log(`${RUNS} runs of each, in turn; share of runs that ended wrong, and median overlap of the threads`);
console.table(rows);

// Steps a second on real worker threads at their gates. Two ways: each step let go by the main thread, as a learner
// does it, and a known schedule replayed from shared memory, where the threads hand over to each other and the main
// thread tells it afterwards. In both every answer is compared with the model's.
import { fileURLToPath } from 'node:url';
import { Crew, GatedMachine } from '@lockstep/threads';
import { compare } from './compare.ts';
import { printFigure } from './figure.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.resolve('@lockstep/threads')));
/** Two threads in turn: each step is another thread's, which is the hardest case. Three operations a round. */
const ROUNDS = 330;
const STEPS = ROUNDS * 3 * 2;
const SLICES = 20;
const TARGET_STEPS_PER_SECOND = 50_000;

const IN_TURN = Array.from({ length: STEPS }, (_, step) => step % 2);
const IN_TENS = Array.from({ length: STEPS }, (_, step) => Math.floor(step / 10) % 2);

const crew = await Crew.create({
  directory: FIXTURES,
  program: 'lost-update.js',
  knobs: { threads: 2, rounds: ROUNDS },
  gated: true,
  lines: false,
  windowUs: 0,
});
await crew.areReady();

/** Nanoseconds for a step, with all that belongs to a run. */
async function run(turns: readonly number[], known: readonly number[]): Promise<number> {
  const start = process.hrtime.bigint();
  const machine = await GatedMachine.begin(crew, known);
  for (const thread of turns) await machine.step(thread);
  const ns = Number(process.hrtime.bigint() - start);
  await machine.abort();
  return ns / turns.length;
}

const perSecond = (ns: number) => Math.round(1e9 / ns).toLocaleString('en');

try {
  for (const [name, turns] of [
    ['in tens', IN_TENS],
    ['in turn', IN_TURN],
  ] as const) {
    const result = await compare(
      () => run(turns, turns),
      () => run(turns, []),
      SLICES,
    );
    console.log(
      `${name}: ${perSecond(result.subjectMedian)} steps/s replayed from memory, ` +
        `${perSecond(result.baseMedian)} let go one by one: ${(1 / result.ratio).toFixed(1)} ×`,
    );
    if (turns === IN_TURN)
      printFigure({
        name: 'gate',
        figure: result.subjectMedian / 1000,
        unit: 'µs for a step replayed from memory, another thread each time',
        target: 1e6 / TARGET_STEPS_PER_SECOND,
        peer: 'the same steps, each let go by the main thread',
        control: result.control,
      });
  }
} finally {
  await crew.dispose();
}

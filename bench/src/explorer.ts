// Schedules a second on the same lost update: our explorer beside fast-check's scheduler, which runs real promises in an
// order that it draws by chance. Both run the same threads, each round a load and a store, and both look at the total at
// the end. The explorer tries every schedule for this, without any reduction; what the reduction adds is told beside.
import {
  type ExploreOptions,
  explore,
  type Program,
  threadProgram,
  type Value,
  VirtualMachine,
  value,
} from '@lockstep/threads';
import fc from 'fast-check';
import { compare, elapsedNs } from './compare.ts';
import { printFigure } from './figure.ts';

interface Size {
  readonly threads: number;
  readonly rounds: number;
}

const SIZES: readonly Size[] = [
  { threads: 2, rounds: 1 },
  { threads: 2, rounds: 2 },
  { threads: 3, rounds: 2 },
];
const OUR_SCHEDULES = 30_000;
const FAST_CHECK_SCHEDULES = 300;
const SLICES = 20;

function lostUpdate({ threads, rounds }: Size) {
  return threadProgram({
    shared: () => ({ total: value('total', 0) }),
    threads: ({ total }) =>
      Array.from({ length: threads }, (_, index) => ({ actor: `t${index + 1}`, body: () => add(total, rounds) })),
    outcome: ({ total }) => ({ value: String(total), expected: total === threads * rounds }),
  });
}

function* add(total: Value, rounds: number): Program {
  for (let round = 0; round < rounds; round++) yield* total.write((yield* total.read()) + 1);
}

/** Nanoseconds for a schedule. */
function explorer(size: Size, reduction: NonNullable<ExploreOptions['reduction']>) {
  const instance = lostUpdate(size).instantiate({});
  return () => {
    let schedules = 0;
    let lost = 0;
    const ns = elapsedNs(() => {
      while (schedules < OUR_SCHEDULES) {
        const machine = new VirtualMachine(instance);
        schedules += explore(machine, {
          maxSchedules: OUR_SCHEDULES - schedules,
          maxSteps: 100,
          reduction,
          isOver: () => false,
          onTried() {
            if (!instance.outcome(machine.model.words).expected) lost++;
            return false;
          },
        }).tried;
      }
    });
    if (lost === 0) throw new Error('no schedule lost an update');
    return ns / schedules;
  };
}

/** Nanoseconds for a schedule. */
function fastCheck({ threads, rounds }: Size) {
  return async () => {
    let schedules = 0;
    let lost = 0;
    const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      let total = 0;
      const load = scheduler.scheduleFunction(async () => total);
      const store = scheduler.scheduleFunction(async (sum: number) => {
        total = sum;
      });
      const add = async () => {
        for (let round = 0; round < rounds; round++) await store((await load()) + 1);
      };
      await scheduler.waitFor(Promise.all(Array.from({ length: threads }, add)));
      schedules++;
      if (total !== threads * rounds) lost++;
    });
    const start = process.hrtime.bigint();
    await fc.assert(property, { numRuns: FAST_CHECK_SCHEDULES });
    const ns = Number(process.hrtime.bigint() - start);
    if (lost === 0) throw new Error('no schedule lost an update');
    return ns / schedules;
  };
}

const perSecond = (ns: number) => Math.round(1e9 / ns).toLocaleString('en');

let last: Awaited<ReturnType<typeof compare>> | undefined;
for (const size of SIZES) {
  const reduced = await compare(explorer(size, 'source-sets'), fastCheck(size), SLICES);
  last = await compare(explorer(size, 'none'), fastCheck(size), SLICES);
  console.log(
    `${size.threads} threads × ${size.rounds}: ${perSecond(last.subjectMedian)} schedules/s, with reduction ` +
      `${perSecond(reduced.subjectMedian)}, fast-check ${perSecond(last.baseMedian)}: ` +
      `${(1 / last.ratio).toFixed(0)} ×, ${(1 / reduced.ratio).toFixed(0)} ×`,
  );
}
if (!last) throw new Error('nothing was measured');
printFigure({
  name: 'explorer',
  figure: last.ratio,
  unit: 'time of a schedule / of fast-check, three threads adding twice',
  target: 0.01,
  peer: "fast-check's scheduler on the same lost update",
  control: last.control,
});

// Any seek costs about the same, however long the trace: the cost of random seeks in a million events against ten
// thousand. And a step back costs what a step forward costs.
import { CHECKPOINT, createFold, createTrace, type Header, type Model, stateAt, type Trace } from '@lockstep/trace';
import { compare, elapsedNs, median } from './compare.ts';
import { printFigure } from './figure.ts';

const header: Header = {
  format: 'lockstep',
  version: 1,
  run: 'bench',
  lab: 'bench',
  mode: 'free',
  knobs: {},
  seed: 1,
  actors: [],
  reality: { parts: [] },
  machine: { platform: process.platform, kernel: '', node: process.version, cores: 2 },
  startedAt: new Date(0).toISOString(),
};

/** The state of every actor: what a picture of lanes needs at a cursor. */
const lastOfEachActor: Model<ReadonlyMap<string, number>> = {
  initial: () => new Map(),
  apply: (state, event) => new Map(state).set(event.actor, event.seq),
};

function traceOf(length: number): Trace {
  const trace = createTrace(header);
  for (let i = 0; i < length; i++)
    trace.append({ at: i, actor: `t${i % 8}`, kind: 'value.read', source: 'program', name: 'total', value: i });
  return trace;
}

function seeker(trace: Trace) {
  const fold = createFold(lastOfEachActor, trace);
  fold.at(trace.length);
  let random = 12345;
  const nextCursor = () => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return random % trace.length;
  };
  return { fold, nextCursor };
}

const SEEKS = 200;
const small = seeker(traceOf(10_000));
const large = seeker(traceOf(1_000_000));
const seeks =
  ({ fold, nextCursor }: ReturnType<typeof seeker>) =>
  () =>
    elapsedNs(() => {
      for (let i = 0; i < SEEKS; i++) fold.at(nextCursor());
    }) / SEEKS;

const byLength = await compare(seeks(large), seeks(small), 60);
console.log(
  `a random seek: ${(byLength.baseMedian / 1000).toFixed(1)} µs in 10,000 events, ${(byLength.subjectMedian / 1000).toFixed(1)} µs in 1,000,000 (at most ${CHECKPOINT} events are applied)`,
);

const naive = traceOf(100_000);
const naiveNs = median([1, 2, 3].map(() => elapsedNs(() => void stateAt(lastOfEachActor, naive, naive.length - 1))));
console.log(`replaying 100,000 events from the start instead: ${(naiveNs / 1e6).toFixed(1)} ms`);

let cursor = 500_000;
const steps = (direction: 1 | -1) => () =>
  elapsedNs(() => {
    for (let i = 0; i < SEEKS; i++) large.fold.at((cursor += direction));
  }) / SEEKS;
const byDirection = await compare(steps(-1), steps(1), 60);
console.log(
  `a step back against a step forward: ${byDirection.ratio.toFixed(2)} (control ${byDirection.control.toFixed(2)})`,
);

printFigure({
  name: 'seek',
  figure: byLength.ratio,
  unit: 'cost of a random seek in 1,000,000 events / in 10,000',
  target: 2,
  peer: 'the same fold over 10,000 events',
  control: byLength.control,
});

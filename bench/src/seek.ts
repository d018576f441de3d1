// Any seek costs about the same, however long the trace: random seeks in five million events against ten thousand, with
// the models that a picture of threads looks at. And a step back costs what a step forward costs; an event, with all that
// is kept to seek in it, takes at most forty bytes; and the binary form of a million events is read in a moment.
import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  CHECKPOINT,
  effectOf,
  foldOf,
  parseColumns,
  parseTrace,
  serializeColumns,
  serializeTrace,
  stateAt,
  type Trace,
  threadStandings,
  valueHistory,
  waitForGraph,
} from '@lockstep/trace';
import { compare, elapsedNs, median } from './compare.ts';
import { printFigure } from './figure.ts';
import { longRun } from './viewer/write-long-run.ts';

const SMALL = 10_000;
const LARGE = 5_000_000;
const READ = 1_000_000;
const SEEKS = 100;
const ROUNDS = 40;
const STEP_ROUNDS = 12;
const FRAME_MS = 1000 / 60;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heldBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What the lanes, their values and the graph of waits need at a cursor. */
function look(trace: Trace, cursor: number): void {
  foldOf(threadStandings, trace).at(cursor);
  foldOf(valueHistory, trace).at(cursor);
  foldOf(waitForGraph, trace).at(cursor);
}

function createSeeker(trace: Trace) {
  let random = 12_345;
  return (): number => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((random / 2 ** 32) * trace.length);
  };
}

const ms = (ns: number) => `${(ns / 1e6).toFixed(2)} ms`;
const us = (ns: number) => `${(ns / 1e3).toFixed(1)} µs`;

const before = heldBytes();
const large = await longRun(LARGE, 'bench');
const columnsBytes = heldBytes() - before;
const foldedNs = elapsedNs(() => look(large, large.length));
effectOf(large, 1);
const allBytes = heldBytes() - before;
console.log(
  `${LARGE} events: ${(columnsBytes / LARGE).toFixed(1)} bytes each, ${(allBytes / LARGE).toFixed(1)} with the checkpoints of three models and the index of effects; folded to the end once in ${ms(foldedNs)}`,
);

const small = await longRun(SMALL, 'bench');
look(small, small.length);
const seeks = (trace: Trace) => {
  const next = createSeeker(trace);
  return () =>
    elapsedNs(() => {
      for (let i = 0; i < SEEKS; i++) look(trace, next());
    }) / SEEKS;
};
const byLength = await compare(seeks(large), seeks(small), ROUNDS);
const next = createSeeker(large);
const single = Array.from({ length: 2000 }, () => elapsedNs(() => look(large, next()))).sort((a, b) => a - b);
console.log(
  `a random seek: ${us(byLength.baseMedian)} in ${SMALL} events, ${us(byLength.subjectMedian)} in ${LARGE} (at most ${CHECKPOINT} events are applied); of 2000 in the long one, 99 % take at most ${ms(single[1980] as number)}, a frame ${FRAME_MS.toFixed(1)} ms`,
);
const naiveNs = median([1, 2, 3].map(() => elapsedNs(() => void stateAt(threadStandings, small, small.length))));
console.log(`one of the models replayed from the start instead, ${SMALL} events: ${ms(naiveNs)}`);

/** As many steps as lie between two checkpoints, so that each slice comes over one of them, either way. */
const steps = (trace: Trace, direction: 1 | -1) => {
  let cursor = Math.floor(trace.length / 2);
  return () =>
    elapsedNs(() => {
      for (let i = 0; i < CHECKPOINT; i++) look(trace, (cursor += direction));
    }) / CHECKPOINT;
};
for (const trace of [small, large]) {
  const byDirection = await compare(steps(trace, -1), steps(trace, 1), STEP_ROUNDS);
  console.log(
    `a step back against a step forward in ${trace.length} events: ${byDirection.ratio.toFixed(2)} (control ${byDirection.control.toFixed(2)}), ${us(byDirection.subjectMedian)} against ${us(byDirection.baseMedian)}`,
  );
}

const million = await longRun(READ, 'bench');
const columns = serializeColumns(million);
const lines = serializeTrace(million);
const columnsNs = median([1, 2, 3, 4, 5].map(() => elapsedNs(() => void parseColumns(columns))));
const linesNs = elapsedNs(() => void parseTrace(lines));
console.log(
  `${READ} events read: ${ms(columnsNs)} in the binary form (${(columns.length / 1e6).toFixed(1)} MB), ${ms(linesNs)} as JSON Lines (${(lines.length / 1e6).toFixed(1)} MB)`,
);

printFigure({
  name: 'bytes',
  figure: allBytes / LARGE,
  unit: 'bytes held for an event, checkpoints and index included',
  target: 40,
  peer: 'the design',
  control: columnsBytes / LARGE,
});
printFigure({
  name: 'seek',
  figure: byLength.ratio,
  unit: `cost of a random seek in ${LARGE} events / in ${SMALL}`,
  target: 2,
  peer: `the same models over ${SMALL} events`,
  control: byLength.control,
});

// The explorer in a thread of its own: it computes for seconds, and the server must go on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadProgram } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { explore } from './explore.ts';
import type { SearchMessage, SearchTask, TriedSchedule } from './search.ts';

const { programUrl, knobs, limits } = workerData as SearchTask;
const { program } = (await import(programUrl)) as { program: ThreadProgram };
const instance = program.instantiate(knobs);
const machine = new VirtualMachine(instance);
const endMs = performance.now() + limits.maxMs;

const send = (message: SearchMessage) => parentPort?.postMessage(message);
let bug: TriedSchedule | undefined;
let batch: TriedSchedule[] = [];
let shown = 0;

const { end, tried, pruned } = explore(machine, {
  maxSchedules: limits.maxSchedules,
  maxSteps: limits.maxSteps,
  isOver: () => {
    flush();
    return performance.now() > endMs;
  },
  onTried({ number, schedule, isDeadlock }) {
    const outcome = isDeadlock ? { value: 'deadlock', expected: false } : instance.outcome(machine.model.words);
    if (outcome.expected && shown >= limits.maxShown) return false;
    shown++;
    const told = { number, schedule: [...schedule], ...outcome };
    batch.push(told);
    if (!outcome.expected) bug = told;
    return !outcome.expected;
  },
});
flush();
if (bug) send({ verdict: { kind: 'bug', schedule: bug.schedule, tried, pruned } });
else send({ verdict: { kind: end === 'exhausted' ? 'proof' : 'bounded', tried, pruned } });

function flush(): void {
  if (batch.length > 0) send({ tried: batch });
  batch = [];
}

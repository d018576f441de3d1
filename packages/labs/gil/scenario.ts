import type { RunContext, Scenario } from '@lockstep/lab';
import {
  cpythonScenario,
  measureForms,
  type Python,
  probePython,
  runFreeCPython,
  runSteppedCPython,
  withChildren,
} from '@lockstep/processes';
import { runInterpreters } from '@lockstep/threads';
import { assertNever } from '@lockstep/trace';
import { cpythonWork, FORMS, SIMULATED } from './works.ts';

/** Real CPython, stopped before each bytecode instruction. */
const stepped = cpythonScenario((run) => {
  const { form, rounds } = run.context.knobs;
  const functions = [String(form), String(form)];
  return runSteppedCPython(run, { functions, rounds: Number(rounds), shared: 'total', expected: 2 * Number(rounds) });
});

/** Real CPython at full speed, once for each form of the statement. */
const forms = cpythonScenario((run) =>
  measureForms(run, { forms: FORMS, shared: 'total', seconds: Number(run.context.knobs['secondsEach']) }),
);

const scenario: Scenario = {
  run(context) {
    switch (context.mode) {
      case 'free':
        return runFree(context);
      case 'stepped':
        return stepped.run(context);
      case 'batch':
      case 'search':
        return forms.run(context);
      default:
        return assertNever(context.mode);
    }
  },
};

export default scenario;

/** At full speed under the simulated lock, under CPython's own, or under one after the other. */
async function runFree(context: RunContext): Promise<void> {
  const { interpreter } = context.knobs;
  const { python, why } = interpreter === 'simulated' ? {} : await lookForPython();
  if (interpreter === 'cpython' && !python) throw new Error(`this needs CPython with its lock: ${why}`);
  const parts = [
    ...(interpreter === 'cpython' ? [] : ['worker-threads', 'shared-memory', 'simulated-gil']),
    ...(python ? ['cpython', `cpython-${python.version}`, 'gil'] : []),
  ];
  context.declare({ parts, ...(why !== undefined && { why }) });
  try {
    if (interpreter !== 'cpython') await asWork(context, SIMULATED, () => simulate(context));
    if (python) await asWork(context, cpythonWork(python.version), () => runPython(context, python));
  } catch (error) {
    if (!context.signal.aborted) throw error;
  }
  const reason = context.signal.aborted ? 'stopped' : 'finished';
  context.record({ kind: 'run.ended', actor: 'main', source: 'program', at: context.nowUs(), reason });
}

/** One of several works of the run: what happens between its two events belongs to it. */
async function asWork(context: RunContext, work: string, run: () => Promise<unknown>): Promise<void> {
  if (context.signal.aborted) return;
  const startUs = context.nowUs();
  const of = Number(context.knobs['durationMs']);
  context.record({ kind: 'work.started', actor: 'main', source: 'program', at: startUs, work, of });
  await run();
  if (context.signal.aborted) return;
  const at = context.nowUs();
  context.record({ kind: 'work.finished', actor: 'main', source: 'program', at, work, of, elapsedUs: at - startUs });
}

function simulate(context: RunContext): Promise<unknown> {
  const { cpuThreads, ioThreads, intervalMs, durationMs } = context.knobs;
  const threads = [
    ...Array.from({ length: Number(cpuThreads) }, (_, index) => ({ actor: `t${index + 1}`, body: 'compute' })),
    ...Array.from({ length: Number(ioThreads) }, (_, index) => ({ actor: `io${index + 1}`, body: 'receive' })),
  ];
  const timing = { intervalMs: Number(intervalMs), durationMs: Number(durationMs) };
  return runInterpreters(context, { program: 'program.js', threads, ...timing });
}

function runPython(context: RunContext, python: Python): Promise<unknown> {
  const { cpuThreads, ioThreads, intervalMs, durationMs } = context.knobs;
  return withChildren(context, (nursery) =>
    runFreeCPython(
      { context: withInputThreads(context, Number(cpuThreads)), python, nursery },
      {
        cpuThreads: Number(cpuThreads),
        ioThreads: Number(ioThreads),
        switchIntervalMs: Number(intervalMs),
        seconds: Number(durationMs) / 1000,
      },
    ),
  );
}

/** CPython's threads are numbered through; here those after the computing ones are called `io1` and so on. */
function withInputThreads(context: RunContext, cpuThreads: number): RunContext {
  const named = (text: string): string =>
    text.replace(/\bt(\d+)\b/g, (actor, number) => (Number(number) > cpuThreads ? `io${number - cpuThreads}` : actor));
  return {
    ...context,
    record(fact) {
      const actor = named(fact.actor);
      if (fact.kind === 'thread.started') return context.record({ ...fact, actor, name: actor });
      if (fact.kind === 'thread.blocked' || fact.kind === 'thread.unblocked')
        return context.record({ ...fact, actor, on: named(fact.on) });
      return context.record({ ...fact, actor });
    },
  };
}

/** CPython with its lock, or why there is none. */
async function lookForPython(): Promise<{ readonly python?: Python; readonly why?: string }> {
  const probe = await probePython();
  if (!probe.python) return { why: probe.why };
  if (!probe.python.gil) return { why: `${cpythonWork(probe.python.version)} was built to run without the lock` };
  return { python: probe.python };
}

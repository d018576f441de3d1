// Runs program.ts with real worker threads, then with real processes, then program.py where there is a CPython.
import { join } from 'node:path';
import type { RunContext, Scenario } from '@lockstep/lab';
import { CPYTHON, memoryOf, probePython, readProgramText, startNodeChild, withChildren } from '@lockstep/processes';
import { withThreads } from '@lockstep/threads';
import { change, type Errand, launch, type Word } from './program.ts';
import { PythonTeller, type PythonWord } from './python-teller.ts';
import { type Lines, TellingStarter } from './telling-starter.ts';

/** How long a process stays to be looked at, and a thread at most. */
const PROCESS_STAYS_MS = 800;
const THREAD_STAYS_MS = 10_000;
const PYTHON_FLAGS = ['-I', '-S', '-B'];

const scenario: Scenario = {
  async run(context) {
    const [{ python }, text] = await Promise.all([probePython(), readProgramText(context.labDirectory)]);
    const found = python ? [CPYTHON, `${CPYTHON}-${python.version}`] : [];
    context.declare({ parts: ['worker-threads', 'shared-memory', 'child-processes', ...found] });
    const end = (reason: string) =>
      context.record({ kind: 'run.ended', actor: 'main', source: 'program', at: context.nowUs(), reason });
    try {
      await inThreads(context, text);
      await inProcesses(context, text);
      if (python) await inPython(context, python.command, text.path);
      end('finished');
    } catch (error) {
      if (!context.signal.aborted) throw error;
      end('stopped');
    }
  },
};
export default scenario;

function countOf({ knobs }: RunContext): number {
  return Number(knobs['count']);
}

function inThreads(context: RunContext, lines: Lines): Promise<void> {
  return withThreads(context, async (nursery) => {
    const before = await memoryOf(process.pid);
    const of = countOf(context);
    const starter = new TellingStarter(context, lines, {
      way: 'threads',
      of,
      async launch(name, memory, hear) {
        const argument: Errand = { name, memory, stayMs: THREAD_STAYS_MS };
        await nursery.start({ ...changeIn(context), argument, onMessage: (word) => hear(word as Word) }).ended;
      },
      async eachKb() {
        const after = await memoryOf(process.pid);
        return before && after && (after.pssKib - before.pssKib) / of;
      },
    });
    await launch(starter, of);
  });
}

function inProcesses(context: RunContext, lines: Lines): Promise<void> {
  return withChildren(context, async (nursery) => {
    const of = countOf(context);
    const pids: number[] = [];
    const starter = new TellingStarter(context, lines, {
      way: 'processes',
      of,
      async launch(name, _, hear) {
        const argument: Errand = { name, stayMs: PROCESS_STAYS_MS };
        const onMessage = (word: unknown) => hear(word as Word);
        const child = await startNodeChild(nursery, { ...changeIn(context), argument, onMessage });
        pids.push(child.pid);
        const { code, signal, complaint } = await child.ended;
        if (code !== 0) throw new Error(`${name} ended with ${signal ?? code}: ${complaint}`);
      },
      async eachKb() {
        const sizes = await Promise.all(pids.map((pid) => memoryOf(pid)));
        const known = sizes.flatMap((size) => size?.pssKib ?? []);
        return known.length === of ? known.reduce((sum, size) => sum + size, 0) / of : undefined;
      },
    });
    await launch(starter, of);
  });
}

function changeIn({ labDirectory }: RunContext) {
  return { file: join(labDirectory, 'program.js'), functionName: change.name };
}

/** The same in Python, by its own clock. */
function inPython(context: RunContext, command: string, path: string): Promise<void> {
  return withChildren(context, async (nursery) => {
    const teller = new PythonTeller(context);
    const child = await nursery.start({
      command,
      args: [...PYTHON_FLAGS, path, String(countOf(context))],
      onLine: (line) => teller.hear(JSON.parse(line) as PythonWord),
    });
    teller.started(child.pid);
    const { code, signal, complaint } = await child.ended;
    if (code !== 0) throw new Error(`program.py ended with ${signal ?? code}: ${complaint}`);
    teller.ended(child.pid);
  });
}

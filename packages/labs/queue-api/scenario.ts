// Threads on our queues, and for the question of the default capacity CPython on its own.
import type { Scenario } from '@lockstep/lab';
import { type CPythonRun, cpythonScenario, readProgramText } from '@lockstep/processes';
import { threadScenario } from '@lockstep/threads';
import { storyOf } from './story.ts';

/** More than any default that is told of, and few enough for a moment. */
const ITEMS = 40_000;
/** The line of the program that puts them. */
const PUT_MARK = 21;
const PYTHON_FLAGS = ['-I', '-S', '-B'];

/** A line of program.py's output. */
type Word = { readonly queue: string } & (
  | { readonly limit: number }
  | { readonly taken: number }
  | { readonly full: number }
);

/** By hand and in a search no time passes and little is in stock. */
const threads = threadScenario({
  program: 'program.js',
  knobs({ mode, knobs }) {
    const isFast = mode === 'free' || mode === 'batch';
    const maxsize = Number(knobs['maxsize']);
    const stock = Math.min(Number(knobs[isFast ? 'manyItems' : 'items']), maxsize || Number.POSITIVE_INFINITY);
    return { ...knobs, story: storyOf(knobs, mode), stock, ...(!isFast && { thinkMs: 0 }) };
  },
});

const capacity = cpythonScenario(fillInPython);

const scenario: Scenario = {
  run: (context) => (storyOf(context.knobs, context.mode) === 'capacity' ? capacity : threads).run(context),
  order: threads.order,
};
export default scenario;

async function fillInPython({ context, python, nursery }: CPythonRun): Promise<void> {
  const text = await readProgramText(context.labDirectory);
  const line = text.lineOf(PUT_MARK);
  const base = () => ({ actor: 'python', source: 'program', at: context.nowUs() }) as const;

  function hear(word: Word): void {
    const put = { ...base(), ...(line !== undefined && { line }) };
    if ('limit' in word)
      context.record({ ...base(), kind: 'measure.taken', what: `limit/${word.queue}`, value: word.limit, unit: '' });
    else if ('taken' in word)
      context.record({ ...put, kind: 'measure.taken', what: `taken/${word.queue}`, value: word.taken, unit: '' });
    else {
      context.record({ ...put, kind: 'measure.taken', what: `taken/${word.queue}`, value: word.full, unit: '' });
      context.record({ ...put, kind: 'operation.failed', operation: `put ${word.full + 1}`, error: 'queue.Full' });
    }
  }

  const child = await nursery.start({
    command: python.command,
    args: [...PYTHON_FLAGS, text.path, String(ITEMS)],
    onLine: (output) => hear(JSON.parse(output) as Word),
  });
  context.record({ ...base(), kind: 'process.started', pid: child.pid, name: 'python' });
  const { code, signal, complaint } = await child.ended;
  if (code !== 0) throw new Error(`program.py ended with ${signal ?? code}: ${complaint}`);
  context.record({ ...base(), kind: 'process.exited', pid: child.pid, code });
}

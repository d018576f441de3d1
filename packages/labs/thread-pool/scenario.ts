import type { RunContext, Scenario } from '@lockstep/lab';
import { probePython, withChildren } from '@lockstep/processes';
import { threadScenario } from '@lockstep/threads';
import { ASKED, CORES, THREADS } from './measures.ts';
import { sizeOf, threadsOf } from './stories.ts';

interface DefaultSize {
  readonly version: string;
  readonly cores: number;
  readonly threads: number;
}

/**
 * How many threads a pool of default size starts when more jobs wait than it could ever want threads for.
 * https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor
 */
const SCRIPT = `
import concurrent.futures, json, os, threading
cores = getattr(os, 'process_cpu_count', os.cpu_count)() or 1
go = threading.Event()
with concurrent.futures.ThreadPoolExecutor() as pool:
    before = threading.active_count()
    for _ in range(10 * cores + 40):
        pool.submit(go.wait)
    threads = threading.active_count() - before
    go.set()
print(json.dumps({'cores': cores, 'threads': threads}))
`;
const FLAGS = ['-I', '-S', '-B'];

/** By hand a second is a millisecond, so that nobody waits for it; in a search no time passes. */
const pool = threadScenario({
  program: 'program.js',
  knobs({ mode, knobs }) {
    const size = sizeOf(knobs, mode);
    const secondMs = mode === 'free' || mode === 'batch' ? knobs['secondMs'] : 1;
    return { ...knobs, jobs: size.jobs, threads: threadsOf(size), secondMs };
  },
});

/** A free run of many jobs asks first what Python would do here. */
const scenario: Scenario = {
  async run(context) {
    const isAsked = context.mode === 'free' && context.knobs['story'] === 'results';
    const size = isAsked ? await askDefaultSize(context).catch(unlessStopped(context)) : undefined;
    await pool.run(size ? telling(context, size) : context);
  },
  order: pool.order,
};

export default scenario;

/** Undefined: there is no CPython here. */
async function askDefaultSize(context: RunContext): Promise<DefaultSize | undefined> {
  const { python } = await probePython();
  if (!python) return undefined;
  return withChildren(context, async ({ start }) => {
    const lines: string[] = [];
    const child = await start({
      command: python.command,
      args: [...FLAGS, '-c', SCRIPT],
      onLine: (line) => lines.push(line),
    });
    const { code, signal, complaint } = await child.ended;
    if (code !== 0) throw new Error(`CPython ended with ${signal ?? code}: ${complaint}`);
    const told = JSON.parse(lines.join('')) as Omit<DefaultSize, 'version'>;
    return { version: python.version, ...told };
  });
}

/** A run that is stopped meanwhile ends as any other does. */
function unlessStopped({ signal }: RunContext): (error: unknown) => undefined {
  return (error) => {
    if (!signal.aborted) throw error;
    return undefined;
  };
}

/** The same run, in whose record the answer stands first. */
function telling(context: RunContext, { version, cores, threads }: DefaultSize): RunContext {
  return {
    ...context,
    declare(reality) {
      context.declare({ ...reality, parts: [...reality.parts, `${ASKED}${version}`] });
      for (const [what, value] of [[CORES, cores] as const, [THREADS, threads] as const])
        context.record({
          kind: 'measure.taken',
          actor: 'main',
          source: 'program',
          at: context.nowUs(),
          what,
          value,
          unit: '',
        });
    },
  };
}

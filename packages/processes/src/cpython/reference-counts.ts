import type { Fact } from '@lockstep/trace';
import { type CPythonRun, MAIN } from './cpython-scenario.ts';
import { readProgramText } from './program-text.ts';
import { startScript } from './start-script.ts';
import { createTimeLine } from './time-line.ts';

/** What the lab's program.py is run with. */
export interface ReferenceCountsOptions {
  /** Functions of program.py: `t1` runs the first, then `t2` the second, … */
  readonly functions: readonly string[];
  /** Their arguments, by name. */
  readonly given: Readonly<Record<string, string | number | boolean>>;
}

interface Told {
  /** Nanoseconds of CLOCK_MONOTONIC. */
  readonly at: number;
  readonly thread: number;
  readonly mark: number | null;
}

type Message =
  | (Told & { readonly kind: 'started' | 'finished' })
  | (Told & { readonly kind: 'created'; readonly object: string; readonly type: string; readonly count: number })
  | (Told & {
      readonly kind: 'changed';
      readonly object: string;
      readonly before: number;
      readonly count: number;
      readonly by: string;
    })
  | (Told & { readonly kind: 'freed'; readonly object: string; readonly by: 'counting' | 'collector' })
  | (Told & { readonly kind: 'collected'; readonly generation: number; readonly collected: number })
  | { readonly kind: 'left'; readonly at: number; readonly objects: readonly string[] };

/**
 * Runs functions of program.py in real CPython statement by statement and tells what becomes of the objects of its
 * classes. An object is called by the first name that it is given; the `by` of `reference.changed` is who refers to it, or
 * no longer does: a name (`a`), a place in a list (`shelf[0]`), an attribute of another object (`left.other`). The counts
 * are those of `sys.getrefcount` without its own reference. `outcome.observed` says how many objects are left.
 */
export async function runReferenceCounts(run: CPythonRun, options: ReferenceCountsOptions): Promise<void> {
  const { context } = run;
  const program = await readProgramText(context.labDirectory);
  const atUs = createTimeLine(context);
  const lastChange = new Map<string, number>();
  let collection: number | undefined;

  const script = await startScript<Message>(
    run,
    'reference-counts',
    { program: program.path, ...options },
    (message) => {
      const at = atUs(message.at);
      if (message.kind === 'left') {
        const left = message.objects.length;
        const text = left === 0 ? 'nothing is left' : `left: ${message.objects.join(', ')}`;
        context.record({ kind: 'text.printed', actor: MAIN, source: 'program', at, text });
        const outcome = { value: String(left), expected: left === 0 };
        context.record({ kind: 'outcome.observed', actor: MAIN, source: 'program', at, run: 1, ...outcome });
        return;
      }
      const actor = `t${message.thread}`;
      const line = program.lineOf(message.mark ?? undefined);
      const base = { actor, source: 'program', at, ...(line !== undefined && { line }) } as const;
      const tell = (fact: Fact, cause?: number): number =>
        context.record(cause === undefined || cause < 0 ? fact : { ...fact, cause });
      switch (message.kind) {
        case 'started':
          tell({ ...base, kind: 'thread.started', name: actor });
          tell({ kind: 'thread.blocked', actor: MAIN, source: 'program', at, on: `join(${actor})` });
          break;
        case 'finished': {
          const end = tell({ ...base, kind: 'thread.finished' });
          tell({ kind: 'thread.unblocked', actor: MAIN, source: 'program', at, on: `join(${actor})` }, end);
          break;
        }
        case 'created': {
          const { object, type, count } = message;
          tell({ ...base, kind: 'object.created', object, type, count });
          break;
        }
        case 'changed': {
          const { object, count, before, by } = message;
          lastChange.set(object, tell({ ...base, kind: 'reference.changed', object, count, before, by }));
          break;
        }
        case 'collected': {
          const { generation, collected } = message;
          collection = tell({ ...base, kind: 'collector.ran', generation, collected });
          break;
        }
        case 'freed': {
          const { object, by } = message;
          const cause = by === 'collector' ? collection : lastChange.get(object);
          tell({ ...base, kind: 'object.freed', object, by }, cause);
          break;
        }
      }
    },
  );
  await script.done;
}

import type { RunContext } from '@lockstep/lab';
import { MAIN } from './cpython-scenario.ts';
import type { ProgramText } from './program-text.ts';

/** A thread before its next instruction, or at its end. */
export interface Stop {
  readonly thread: number;
  /** The shared value just now. */
  readonly value: number;
  readonly finished?: true;
  readonly opcode: string;
  readonly argument: string;
  readonly mark: number;
  readonly reads: boolean;
  readonly writes: boolean;
}

/** Tells what stepped threads did, and what caused what. */
export interface OpcodeTeller {
  /** All threads start, main waits for their end, and the shared value is what it is. */
  started(value: number): void;
  /** The instruction before which the thread stood has happened; `value` is the shared value now. */
  executed(stop: Stop, value: number): void;
  finished(thread: number): void;
  /** All threads have finished: main prints the shared value. */
  ended(expected: number): void;
}

export interface OpcodeTellerOptions {
  readonly program: ProgramText;
  /** Name of the shared value on screen. */
  readonly shared: string;
  readonly threads: number;
}

export function createOpcodeTeller(
  { record, nowUs }: Pick<RunContext, 'record' | 'nowUs'>,
  { program, shared, threads }: OpcodeTellerOptions,
): OpcodeTeller {
  const actors = Array.from({ length: threads }, (_, index) => `t${index + 1}`);
  const all = `join(${actors.join(', ')})`;
  const by = (actor: string) => ({ actor, source: 'program', at: nowUs() }) as const;
  const lastRead = new Map<number, number>();
  let lastWrite: number | undefined;
  let lastEnd: number | undefined;
  let current = 0;

  return {
    started(value) {
      current = value;
      for (const actor of actors) record({ ...by(actor), kind: 'thread.started', name: actor });
      record({ ...by(MAIN), kind: 'thread.blocked', on: all });
    },
    executed({ thread, opcode, argument, mark, reads, writes }, value) {
      const before = current;
      current = value;
      const line = program.lineOf(mark);
      const base = { ...by(`t${thread}`), ...(line !== undefined && { line }) };
      record({ ...base, kind: 'opcode.executed', opcode, ...(argument !== '' && { argument }) });
      if (reads)
        lastRead.set(thread, record({ ...base, kind: 'value.read', name: shared, value, ...causedBy(lastWrite) }));
      if (writes) {
        const cause = causedBy(lastRead.get(thread));
        lastWrite = record({ ...base, kind: 'value.written', name: shared, value, before, ...cause });
      }
    },
    finished(thread) {
      lastEnd = record({ ...by(`t${thread}`), kind: 'thread.finished' });
    },
    ended(expected) {
      record({ ...by(MAIN), kind: 'thread.unblocked', on: all, ...causedBy(lastEnd) });
      record({ ...by(MAIN), kind: 'text.printed', text: `${shared} = ${current}` });
      const outcome = { value: String(current), expected: current === expected };
      record({ ...by(MAIN), kind: 'outcome.observed', run: 1, ...outcome });
    },
  };
}

/** An event that was not recorded, because the run may have no more, causes nothing. */
function causedBy(seq: number | undefined): { readonly cause?: number } {
  return seq === undefined || seq < 0 ? {} : { cause: seq };
}

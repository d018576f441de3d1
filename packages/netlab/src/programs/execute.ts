// Runs a program: one operation after the other, each told before it is made and after it has returned. After each
// telling the program waits for "go". So the cable can look at both kernels between any two calls, and no state that
// a call leaves behind goes unseen.
import { SystemError } from '../native/system-error.ts';
import { type Connections, createConnections, localPortOf } from './connections.ts';
import { detailOf } from './detail-of.ts';
import type { LineOf } from './line-of.ts';
import type { Call, Operation, Program } from './operation.ts';
import { OSError } from './os-error.ts';
import { perform } from './perform.ts';
import type { Report } from './report.ts';

/** Tells the cable, and returns when the program may go on. */
export type Tell = (report: WithoutTime<Report>) => void;

type WithoutTime<R> = R extends Report ? Omit<R, 'atUs'> : never;
type Outcome = { readonly value: unknown } | { readonly error: OSError };

/** @returns whether the program came to its end; an error that it did not catch has then been told. */
export function execute(program: Program, lineOf: LineOf, tell: Tell): boolean {
  const connections = createConnections();
  const failure = drive(program, (call) => make(call, connections, lineOf, tell));
  if (failure) tell(failedReport(failure, lineOf));
  tell({ kind: 'finished', leavesSocketsOpen: connections.hasOpen });
  return failure === undefined;
}

interface Failure {
  readonly error: unknown;
  /** The call that failed, or the last one before. */
  readonly last: Call | undefined;
}

function drive(program: Program, perform: (call: Call) => Outcome): Failure | undefined {
  let last: Call | undefined;
  try {
    let step = program.next();
    while (!step.done) {
      last = step.value;
      const outcome = perform(last);
      step = 'error' in outcome ? program.throw(outcome.error) : program.next(outcome.value);
    }
    return undefined;
  } catch (error) {
    return { error, last };
  }
}

function failedReport({ error, last }: Failure, lineOf: LineOf): WithoutTime<Report> {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const line = lineOf(stack) ?? (last && lineOf(last.stack));
  return {
    kind: 'failed',
    operation: last?.operation.call ?? 'start',
    error: `${name}: ${message}`,
    isFault: !(error instanceof OSError),
    ...(line !== undefined && { line }),
  };
}

function make({ operation, stack }: Call, connections: Connections, lineOf: LineOf, tell: Tell): Outcome {
  const line = lineOf(stack);
  const connection = connections.nameFor(operation);
  const place = {
    call: operation.call,
    ...(line !== undefined && { line }),
    ...(connection !== undefined && { connection }),
  };
  tell({ kind: 'entered', ...place, detail: detailOf(operation) });
  try {
    const { value, text } = perform(operation);
    connections.note(operation, value);
    tell({ kind: 'returned', ...place, result: text, ...listening(operation) });
    return { value };
  } catch (cause) {
    if (!(cause instanceof SystemError)) throw cause;
    const error = new OSError(cause.errno, cause.strerror);
    tell({ kind: 'returned', ...place, result: '', error: `${error.name}: ${error.message}` });
    return { error };
  }
}

function listening(operation: Operation): { listening?: { port: number; backlog: number } } {
  return operation.call === 'listen'
    ? { listening: { port: localPortOf(operation.fd), backlog: operation.backlog } }
    : {};
}

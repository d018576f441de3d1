// Runs a program: one operation after the other, each told before it is made and after it has returned. After each
// telling the program waits for "go". So the cable can look at both kernels between any two calls, and no state that
// a call leaves behind goes unseen.
import { assertNever } from '@lockstep/trace';
import { SystemError } from '../native/system-error.ts';
import { type Connections, createConnections, localPortOf } from './connections.ts';
import { bytesAskedOf, detailOf } from './detail-of.ts';
import type { LineOf } from './line-of.ts';
import { type Call, type Descriptor, isTelling, type Program, type SystemCall, type Telling } from './operation.ts';
import { OSError } from './os-error.ts';
import { mayWaitForEver, perform } from './perform.ts';
import type { Report, ReturnedReport, TellingReport } from './report.ts';

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
  const where = line === undefined ? {} : { line };
  if (isTelling(operation)) {
    tell({ ...tellingReport(operation, connections), ...where });
    return { value: undefined };
  }
  const place = { call: operation.call, ...where, ...named(connections.nameFor(operation)) };
  tell({
    kind: 'entered',
    ...place,
    detail: detailOf(operation),
    mayWaitForEver: mayWaitForEver(operation),
    ...counted(bytesAskedOf(operation)),
  });
  try {
    const { value, text, bytes } = perform(operation);
    connections.note(operation, value);
    const connection = operation.call === 'accept' ? connections.nameOf(value as Descriptor) : undefined;
    const now = named(connection ?? connections.nameFor(operation));
    tell({ kind: 'returned', ...place, ...now, result: text, ...counted(bytes), ...opened(operation, connections) });
    return { value };
  } catch (cause) {
    const error = cause instanceof SystemError ? new OSError(cause.errno, cause.strerror) : cause;
    if (!(error instanceof OSError)) throw cause;
    tell({ kind: 'returned', ...place, result: '', error: `${error.name}: ${error.message}` });
    return { error };
  }
}

function tellingReport(operation: Telling, connections: Connections): WithoutTime<TellingReport> {
  const connection = connections.nameFor(operation) ?? '';
  switch (operation.call) {
    case 'print':
      return { kind: 'printed', text: operation.text };
    case 'decoded': {
      const { number, first, length, text } = operation;
      return { kind: 'decoded', connection, number, first, length, text };
    }
    case 'refused':
      return { kind: 'refused', connection, first: operation.first, reason: operation.reason };
    default:
      return assertNever(operation);
  }
}

function named(connection: string | undefined): { readonly connection?: string } {
  return connection === undefined ? {} : { connection };
}

function counted(bytes: number | undefined): { readonly bytes?: number } {
  return bytes === undefined ? {} : { bytes };
}

/** A listener, or a datagram socket with a port of its own: others may come. */
function opened(operation: SystemCall, connections: Connections): Pick<ReturnedReport, 'opened'> {
  switch (operation.call) {
    case 'listen':
      return { opened: { port: localPortOf(operation.fd), backlog: operation.backlog } };
    case 'bind':
      return connections.isDatagram(operation.fd) ? { opened: { port: localPortOf(operation.fd) } } : {};
    default:
      return {};
  }
}

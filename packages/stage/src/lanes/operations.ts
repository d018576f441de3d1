// What an event looks like on its lane: a word that the field uses, and a detail. The tables are typed by the kinds, so
// that no kind which a thread can do is drawn as nothing.
import type { Kind, TraceEvent } from '@lockstep/trace';
import { interpreterOperations } from './interpreter-operations.ts';
import type { Operation, OperationsOf, Telling } from './operation.ts';
import { synchronizationOperations } from './synchronization-operations.ts';
import { threadOperations } from './thread-operations.ts';

/** Kinds that happen to a network, to processes or to many runs at once: no lane shows them. */
type Elsewhere =
  | Extract<
      Kind,
      `${'tcp' | 'frame' | 'switch' | 'socket' | 'kernel' | 'message' | 'process' | 'schedule' | 'search' | 'state'}.${string}`
    >
  | 'run.ended';

const operations: OperationsOf<Exclude<Kind, Elsewhere>> = {
  ...threadOperations,
  ...synchronizationOperations,
  ...interpreterOperations,
};

/** The mark of an event; undefined where a lane has none. */
export function operationOf(event: TraceEvent, telling: Telling): Operation | undefined {
  if (!Object.hasOwn(operations, event.kind)) return undefined;
  const operation = operations[event.kind as keyof typeof operations] as (
    event: TraceEvent,
    telling: Telling,
  ) => Operation;
  return operation(event, telling);
}

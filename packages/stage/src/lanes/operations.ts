// What an event looks like on its lane: a word that the field uses, and a detail. The tables are typed by the kinds, so
// that no kind which a thread can do is drawn as nothing.
import type { EventOf, Kind, Trace, TraceEvent } from '@lockstep/trace';
import { interpreterOperations } from './interpreter-operations.ts';
import { synchronizationOperations } from './synchronization-operations.ts';
import { threadOperations } from './thread-operations.ts';

/**
 * How an operation is drawn. `block`: done, solid. `outline`: asked, told, or begun. `refused`: came back without what
 * it wanted, struck. `failed`: raised an error, crossed out. `tick`: only changes how the lane goes on. `token`: the
 * interpreter lock was taken. `torn`: the lane ends here, in the middle of something.
 */
type Form = 'block' | 'outline' | 'refused' | 'failed' | 'tick' | 'token' | 'torn';

export interface Operation {
  readonly form: Form;
  readonly word: string;
  /** Second line, large. */
  readonly value?: number;
  /** Second line, small. */
  readonly detail?: string;
}

/** What the tables may ask beside the event. */
export interface Telling {
  readonly trace: Trace;
  /** One character for an actor, as on its lane. */
  readonly mark: (actor: string) => string;
}

export type OperationsOf<K extends Kind> = {
  readonly [N in K]: (event: EventOf<N>, telling: Telling) => Operation;
};

/** Kinds that happen to a network, to processes or to many runs at once: no lane shows them. */
type Elsewhere =
  | Extract<Kind, `${'tcp' | 'frame' | 'socket' | 'process' | 'schedule' | 'search' | 'state'}.${string}`>
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

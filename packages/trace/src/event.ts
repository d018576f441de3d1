import type { FieldSpec, FieldType, KINDS, Kind } from './kinds.ts';

/**
 * Where a fact comes from: a captured frame, the operating system, the running program, a computation on facts,
 * or a simulation. The first three are observed.
 */
export type Source = 'wire' | 'kernel' | 'program' | 'derived' | 'model';

export const SOURCES: readonly Source[] = ['wire', 'kernel', 'program', 'derived', 'model'];

export function isObserved(source: Source): boolean {
  return source === 'wire' || source === 'kernel' || source === 'program';
}

interface TypeOf {
  integer: number;
  unsigned: number;
  number: number;
  text: string;
  flag: boolean;
}

type Required<F extends Readonly<Record<string, FieldSpec>>> = {
  readonly [N in keyof F as F[N] extends FieldType ? N : never]: F[N] extends FieldType ? TypeOf[F[N]] : never;
};

type Optional<F extends Readonly<Record<string, FieldSpec>>> = {
  readonly [N in keyof F as F[N] extends FieldType ? never : N]?: F[N] extends `${infer T extends FieldType}?`
    ? TypeOf[T]
    : never;
};

/** What every event carries beside its payload. */
export interface EventBase {
  /** Counts from 0; it is the order of the trace. */
  readonly seq: number;
  /** Microseconds since the run began; for spacing only. */
  readonly at: number;
  /** The id of an actor in the header. */
  readonly actor: string;
  readonly source: Source;
  /** The `seq` of the event that made this one happen, where it is known. */
  readonly cause?: number;
  /** Line of the lab's `program.ts`, from 1. */
  readonly line?: number;
}

/** One event of a given kind. */
export type EventOf<K extends Kind> = K extends Kind
  ? EventBase & { readonly kind: K } & Required<(typeof KINDS)[K]> & Optional<(typeof KINDS)[K]>
  : never;

/** Any event. Narrow it by `kind`. */
export type TraceEvent = EventOf<Kind>;

/** An event before the recorder numbered it. */
export type Fact = TraceEvent extends infer E ? (E extends TraceEvent ? Omit<E, 'seq'> : never) : never;

/** For the end of a `switch` over a closed union: the compiler proves that nothing arrives here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}

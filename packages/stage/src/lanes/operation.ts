import type { EventOf, Kind, Trace } from '@lockstep/trace';

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

// What page and engine say to each other: the same requests and frames as between browser and server, with a number to
// find the answer by.
import type { Frame, Reply, RunReply } from '@lockstep/lab';

export type EngineRequest = 'run' | 'watch' | 'step' | 'stop' | 'leave';

/** The first message to a worker that is to be the engine. */
export interface EngineJob {
  readonly kind: 'engine';
}

/** Page to engine. */
export interface EngineQuestion {
  readonly id: number;
  readonly name: EngineRequest;
  readonly request: unknown;
}

/** Engine to page. */
export type EngineMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: RunReply | Reply }
  | { readonly kind: 'frame'; readonly frame: Frame };

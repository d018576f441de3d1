// What page and engine say to each other: the same requests and frames as between browser and server, with a number to
// find the answer by.
import type { Frame, OrderVerdict, Reply, RunReply } from '@lockstep/lab';

export type EngineRequest = 'run' | 'watch' | 'step' | 'stop' | 'leave' | 'swap';

/** To `swap` a verdict, else what the server would answer. */
export type EngineAnswer = RunReply | Reply | OrderVerdict;

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
  | { readonly kind: 'answer'; readonly id: number; readonly answer: EngineAnswer }
  | { readonly kind: 'frame'; readonly frame: Frame };

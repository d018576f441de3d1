import type { RunContext } from '@lockstep/lab';
import { assertNever } from '@lockstep/trace';
import type { Message } from '../cable/message.ts';

/** Takes what a sandbox tells into the trace of the run. */
export interface FactIntake {
  take(message: Message): void;
  /** Whether it came to its end; otherwise it broke off. */
  readonly hasEnded: boolean;
  readonly fault: string | undefined;
}

/** The sandbox counts its facts from 0; in the trace they may stand after others, and causes follow them there. */
export function createFactIntake(context: Pick<RunContext, 'record'>): FactIntake {
  const seqs: number[] = [];
  let hasEnded = false;
  let fault: string | undefined;
  return {
    get hasEnded() {
      return hasEnded;
    },
    get fault() {
      return fault;
    },
    take(message) {
      switch (message.kind) {
        case 'ready':
        case 'offer':
          return;
        case 'fact': {
          const { cause, ...rest } = message.fact;
          const seq = cause === undefined ? undefined : seqs[cause];
          seqs.push(
            context.record({ ...rest, ...(seq !== undefined && seq >= 0 && { cause: seq }) } as typeof message.fact),
          );
          return;
        }
        case 'end':
          hasEnded = true;
          fault = message.fault;
          return;
        default:
          assertNever(message);
      }
    },
  };
}

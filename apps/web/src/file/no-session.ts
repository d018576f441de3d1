import type { RunSession } from '../live/run-session.ts';

const nothing = async (): Promise<void> => undefined;

/** A file from disk has no server: nothing is run, and nothing is asked. */
export const noSession: RunSession = {
  start: nothing,
  prove: nothing,
  replay: nothing,
  replayFork: nothing,
  watch: async () => false,
  step: nothing,
  stop: nothing,
  undo: nothing,
  fork: nothing,
  forkFrame: nothing,
  leave: () => undefined,
  dispose: () => undefined,
};

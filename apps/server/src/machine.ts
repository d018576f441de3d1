import os from 'node:os';
import type { Machine } from '@lockstep/trace';

/** What this server runs on, for the header of each recording. */
export function describeMachine(): Machine {
  return {
    platform: process.platform,
    kernel: `${os.type()} ${os.release()}`,
    node: process.versions.node,
    cores: os.availableParallelism(),
  };
}

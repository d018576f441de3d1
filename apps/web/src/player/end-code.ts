import { CAPTURE_FILE } from '../capture/capture-id.ts';
import type { PlayerState } from './player-state.ts';
import { isRunning } from './player-state.ts';

/**
 * Why the run on screen is over, as the server or the trace says it: `finished`, `stopped`, `time-limit`, … A recording
 * without an end was `interrupted`. Undefined while it is on.
 */
export function endCode(state: PlayerState): string | undefined {
  const { trace, length, status } = state;
  if (!trace || isRunning(state)) return undefined;
  if (trace.header.reality.parts.includes(CAPTURE_FILE)) return 'captured';
  const end = length === 0 ? undefined : trace.event(length - 1);
  if (end?.kind === 'run.ended') return end.reason;
  if (end?.kind === 'run.failed') return 'failed';
  return status?.code ?? 'interrupted';
}

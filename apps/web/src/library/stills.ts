// Recordings for the small pictures of cards. Only a few come at a time, those that are seen first of all, and the last
// ones are remembered: whoever scrolls back sees them at once.
import type { Trace } from '@lockstep/trace';
import { fetchRecording } from '../live/server-pages.ts';

const AT_ONCE = 2;
const REMEMBERED = 60;

const known = new Map<string, Trace>();
const waiting: { readonly run: string; readonly take: (trace: Trace | undefined) => void }[] = [];
let underWay = 0;

export function knownTrace(run: string): Trace | undefined {
  return known.get(run);
}

/** Calls `take` with the recording, or with nothing when it cannot be had. @returns takes the request back */
export function requestTrace(run: string, take: (trace: Trace | undefined) => void): () => void {
  const request = { run, take };
  // Who comes last is looked at now.
  waiting.unshift(request);
  startNext();
  return () => {
    const index = waiting.indexOf(request);
    if (index >= 0) waiting.splice(index, 1);
  };
}

function startNext(): void {
  const next = underWay < AT_ONCE ? waiting.shift() : undefined;
  if (!next) return;
  underWay++;
  void fetchRecording(next.run)
    .catch(() => undefined)
    .then((trace) => {
      underWay--;
      if (trace) remember(next.run, trace);
      next.take(trace);
      startNext();
    });
  startNext();
}

function remember(run: string, trace: Trace): void {
  known.set(run, trace);
  for (const oldest of known.keys()) {
    if (known.size <= REMEMBERED) return;
    known.delete(oldest);
  }
}

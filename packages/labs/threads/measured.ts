// What a run has measured so far, for the moments, predictions, claims and the view of this lab.
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';
import type { Aspect, Way } from './ways.ts';

/** All of them ran. */
export function started(trace: Trace, way: Way): EventOf<'work.finished'> | undefined {
  const event = findEvent(trace, (one) => one.kind === 'work.finished' && one.work === `start/${way}`);
  return event?.kind === 'work.finished' ? event : undefined;
}

export function measured(trace: Trace, what: `${Exclude<Aspect, 'start'>}/${Way}` | 'call/python') {
  const event = findEvent(trace, (one) => one.kind === 'measure.taken' && one.what === what);
  return event?.kind === 'measure.taken' ? event : undefined;
}

/** How many times as long the processes took to start, where there is a Python in Python, else here. */
export function startRatio(
  trace: Trace,
): { readonly ratio: number; readonly evidence: readonly [number, number] } | undefined {
  const python = [started(trace, 'python-threads'), started(trace, 'python-processes')] as const;
  const node = [started(trace, 'threads'), started(trace, 'processes')] as const;
  const isPython = trace.header.reality.parts.includes('cpython');
  const [threads, processes] = isPython ? python : node;
  return (
    threads && processes && { ratio: processes.elapsedUs / threads.elapsedUs, evidence: [threads.seq, processes.seq] }
  );
}

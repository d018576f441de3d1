import type { Frame, RunStatus } from '@lockstep/lab';
import type { EventLines } from '../runs/event-lines.ts';
import type { WatchableRun } from '../runs/run-contract.ts';

/** What a viewer has been sent of a run: all that decides what comes next. */
export interface Standing {
  /** Events before this one. */
  readonly position: number;
  readonly status: RunStatus | undefined;
  readonly hasHeader: boolean;
}

const STILL_RUNNING: RunStatus = { state: 'running' };

/** Whoever comes to watch from event `from` on. */
export function standingAtFirst(from: number): Standing {
  return { position: from, status: undefined, hasHeader: false };
}

export function isNews(run: WatchableRun, { position, status }: Standing): boolean {
  return position < run.published || (position === run.length && status !== run.status);
}

export function isSameStanding(one: Standing, other: Standing): boolean {
  return one.position === other.position && one.status === other.status && one.hasHeader === other.hasHeader;
}

/** All that is new to whoever stands there, up to the size of a frame, and where they stand after it. */
export function nextFrame(
  run: WatchableRun,
  from: Standing,
  until?: number,
): { readonly frame: Frame; readonly standing: Standing } {
  const batch = run.linesFrom(from.position, until);
  const { lines, to } = batch;
  // A status tells of the run as it is after its last event, so it goes with that event.
  const status = to === run.length ? run.status : STILL_RUNNING;
  const header = from.hasHeader ? undefined : run.header;
  return {
    frame: sharedFrame(batch, {
      run: run.id,
      from: from.position,
      lines,
      status,
      ...(header !== undefined && { header }),
    }),
    standing: { position: to, status, hasHeader: from.hasHeader || header !== undefined },
  };
}

const STRIDE = 256;

/** Where the next frame ends for whoever is far behind: at a place where many others' frames end, and can be shared. */
export function sharedEnd(run: WatchableRun, { position }: Standing): number {
  const { published } = run;
  return published - position > STRIDE ? published - (published % STRIDE) : published;
}

const framesOf = new WeakMap<EventLines, Frame[]>();

/** The same frame for all who are sent the same, so that it is encoded once. */
function sharedFrame(batch: EventLines, frame: Frame): Frame {
  const frames = framesOf.get(batch) ?? [];
  framesOf.set(batch, frames);
  const known = frames.find(({ status, header }) => status === frame.status && header === frame.header);
  if (known) return known;
  frames.push(frame);
  return frame;
}

/** Milliseconds since what comes next to whoever stands there was recorded, where that is known. */
export function ageOf(run: WatchableRun, { position }: Standing): number | undefined {
  const recordedAtMs = run.recordedAtMs(position);
  return recordedAtMs === undefined ? undefined : performance.now() - recordedAtMs;
}

export function isOver({ status }: Standing): boolean {
  return status?.state === 'ended' || status?.state === 'failed';
}

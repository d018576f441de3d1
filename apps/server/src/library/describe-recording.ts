import { type LibraryRun, outcomeOf } from '@lockstep/lab';
import { parseHeader, type RecordingError, SOURCES, type Source, type Trace } from '@lockstep/trace';
import type { LabLibrary } from '../labs/lab-library.ts';
import { runStrip } from './run-strip.ts';

/** What a recording says of itself. */
export type Description = Omit<
  LibraryRun,
  'run' | 'byteLength' | 'name' | 'isStarred' | 'deletedAt' | 'class' | 'startedAt'
> & {
  /** Absent where its file does not tell it. */
  readonly startedAt?: number;
};

/**
 * What a list says of a recording.
 * @param isFinal nobody writes any more, so that a run without an end was interrupted
 * @param damage where and why it could not be read on; then it is described as far as it goes
 */
export function describeRecording(
  trace: Trace | undefined,
  labs: LabLibrary,
  isFinal: boolean,
  damage?: RecordingError,
): Description {
  return {
    ...(trace ? describeTrace(trace, labs, isFinal) : { ...NOTHING, state: 'damaged' }),
    ...(damage && { state: 'damaged', end: damage.message }),
  };
}

/** What the first line tells of a run that has only begun. @throws RecordingError */
export function describeBeginning(headerLine: string): Description {
  return { ...describeHeader(parseHeader(JSON.parse(headerLine))), state: 'running' };
}

const NOTHING = {
  lab: '',
  mode: 'free',
  knobs: {},
  seed: 0,
  durationUs: 0,
  events: 0,
  reality: { parts: [] },
  sources: [],
  strip: [],
} as const;

function describeTrace(trace: Trace, labs: LabLibrary, isFinal: boolean): Description {
  const { length, header } = trace;
  const last = length > 0 ? trace.event(length - 1) : undefined;
  const outcome = outcomeFor(trace, labs);
  const sources = new Set<Source>();
  for (let seq = 0; seq < length; seq++) sources.add(trace.shapeAt(seq).source);
  return {
    ...describeHeader(header),
    durationUs: last?.at ?? 0,
    events: length,
    ...stateOf(last, isFinal),
    ...(outcome && { outcome }),
    sources: SOURCES.filter((source) => sources.has(source)),
    strip: runStrip(trace),
  };
}

function describeHeader({ lab, mode, knobs, seed, schedule, startedAt, reality, golden }: Trace['header']) {
  const { lane, parts, why } = reality;
  const at = Date.parse(startedAt);
  return {
    ...NOTHING,
    lab,
    mode,
    knobs,
    seed,
    ...(schedule && { schedule }),
    ...(Number.isFinite(at) && { startedAt: at }),
    reality: { parts, ...(lane !== undefined && { lane }), ...(why !== undefined && { why }) },
    ...(golden === true && { isGolden: true }),
  };
}

/** A lab that stumbles over a recording from elsewhere says nothing of it. */
function outcomeFor(trace: Trace, labs: LabLibrary): LibraryRun['outcome'] {
  const found = labs.get(trace.header.lab);
  try {
    return found && outcomeOf(found.lab, trace);
  } catch {
    return undefined;
  }
}

function stateOf(last: ReturnType<Trace['event']> | undefined, isFinal: boolean): Pick<LibraryRun, 'state' | 'end'> {
  if (last?.kind === 'run.ended') return { state: 'ended', end: last.reason };
  if (last?.kind === 'run.failed') return { state: 'failed', end: last.message };
  return { state: isFinal ? 'interrupted' : 'running' };
}

// How a lane goes on between its operations: not yet there, ready, waiting for something, asleep, holding the
// interpreter lock, or over.
import type { Trace, TraceEvent } from '@lockstep/trace';
import { GIL, type TrackKind, touchOf } from './touch-of.ts';
import { keyOf, type TrackReader } from './tracks.ts';

/** What somebody waits for: the kind of object, and for a queue what is wrong with it. */
type About = Exclude<TrackKind, 'value' | 'queue'> | 'full' | 'empty' | 'unfinished' | 'end' | 'other';

export interface Stretch {
  readonly state: 'waiting' | 'sleeping';
  /** What it waits for, or how long it sleeps. */
  readonly on: string;
  about: About;
  /** Key of the track of what it waits for. */
  track?: string;
  readonly holder?: string;
  readonly timeoutMs?: number;
  readonly from: number;
  /** The `seq` at which it asked the holder of the interpreter lock to drop it, while it waited. */
  asked?: number;
  /** The `seq` that ended it; undefined: still so. */
  to?: number;
}

/** From when to when, as `seq`; without an end: still so. */
interface Interval {
  readonly from: number;
  to?: number;
}

export interface LaneStates {
  /** Its first event; between this and its end it is ready unless a stretch says otherwise. */
  readonly from: number;
  /** The `seq` of what started it. */
  readonly spawned?: number;
  readonly isDaemon: boolean;
  readonly end?: { readonly seq: number; readonly how: 'finished' | 'killed' };
  readonly stretches: readonly Stretch[];
  /** Where it holds the interpreter lock; only threads of such an interpreter ever do. */
  readonly running: readonly Interval[];
}

/** A lane while it is read. */
interface Growing extends LaneStates {
  end?: NonNullable<LaneStates['end']>;
  readonly stretches: Stretch[];
  readonly running: Interval[];
  last: TraceEvent['kind'] | undefined;
  lastSeq: number;
}

/** The lanes at a place, to go on from there: of what is over, only what came last. */
export interface KeptLanes {
  readonly lanes: ReadonlyMap<string, Growing>;
  readonly spawned: Map<string, Spawned>;
}

interface Spawned {
  readonly seq: number;
  readonly daemon: boolean;
}

/** Gathers the lanes, event by event. */
export class LaneReader {
  readonly #trace: Trace;
  readonly #tracks: TrackReader;
  readonly #lanes: Map<string, Growing>;
  readonly #spawned: Map<string, Spawned>;

  constructor(trace: Trace, tracks: TrackReader, kept?: KeptLanes) {
    this.#trace = trace;
    this.#tracks = tracks;
    this.#lanes = new Map(kept && [...kept.lanes].map(([actor, lane]) => [actor, lastOf(lane)]));
    this.#spawned = kept?.spawned ?? new Map();
  }

  keep(): KeptLanes {
    return { lanes: new Map([...this.#lanes].map(([actor, lane]) => [actor, lastOf(lane)])), spawned: this.#spawned };
  }

  get lanes(): ReadonlyMap<string, LaneStates> {
    return this.#lanes;
  }

  /** Before the tracks see the event. */
  see(event: TraceEvent): void {
    const lane = this.#laneOf(event);
    const open = lane.stretches.at(-1);
    // Whoever asks the holder to drop the interpreter lock goes on waiting for it.
    if (open && open.to === undefined) {
      if (event.kind === 'gil.drop-requested') open.asked ??= event.seq;
      else open.to = event.seq;
    }
    if (lane.last === 'thread.blocked' && event.kind !== 'thread.unblocked') settle(open, event);
    switch (event.kind) {
      case 'thread.spawned':
        this.#spawned.set(event.thread, { seq: event.seq, daemon: event.daemon });
        break;
      case 'thread.finished':
        lane.end = { seq: event.seq, how: 'finished' };
        break;
      case 'thread.killed':
        lane.end = { seq: event.seq, how: 'killed' };
        break;
      case 'thread.slept':
        this.#slept(lane, event.seq, event.ms);
        break;
      case 'thread.blocked':
        lane.stretches.push(this.#waiting(lane, event));
        break;
      case 'gil.requested':
        lane.stretches.push({
          state: 'waiting',
          on: GIL,
          about: 'gil',
          track: keyOf('gil', GIL),
          from: event.seq,
        });
        break;
      case 'gil.taken':
        lane.running.push({ from: event.seq });
        break;
      case 'gil.dropped':
        endLast(lane.running, event.seq);
        break;
      default:
    }
    if (lane.end) endLast(lane.running, event.seq);
    if (event.kind !== 'thread.unblocked') lane.last = event.kind;
    lane.lastSeq = event.seq;
  }

  #laneOf({ actor, seq }: TraceEvent): Growing {
    let lane = this.#lanes.get(actor);
    if (!lane) {
      const spawned = this.#spawned.get(actor);
      lane = {
        from: seq,
        isDaemon: spawned?.daemon ?? false,
        stretches: [],
        running: [],
        last: undefined,
        lastSeq: -1,
        ...(spawned ? { spawned: spawned.seq } : {}),
      };
      this.#lanes.set(actor, lane);
    }
    return lane;
  }

  /** The event tells that a sleep has ended: it lies before, as long as it lasted. */
  #slept(lane: Growing, seq: number, ms: number): void {
    const since = this.#trace.atUs(seq) - ms * 1000;
    let from = seq;
    while (from - 1 > lane.lastSeq && this.#trace.atUs(from - 1) >= since) from -= 1;
    if (from < seq) lane.stretches.push({ state: 'sleeping', on: `${ms} ms`, about: 'other', from, to: seq });
  }

  #waiting(lane: Growing, event: Extract<TraceEvent, { kind: 'thread.blocked' }>): Stretch {
    const { on, holder, timeoutMs, seq } = event;
    const kind = this.#kindOf(on, lane.last);
    const size = kind === 'queue' ? this.#tracks.level('queue', on) : 0;
    return {
      state: 'waiting',
      on,
      about:
        kind === undefined
          ? this.#isActor(on)
            ? 'end'
            : 'other'
          : kind === 'queue'
            ? size === 0
              ? 'empty'
              : 'full'
            : kind,
      from: seq,
      ...(kind === undefined ? {} : { track: keyOf(kind, on) }),
      ...(holder === undefined ? {} : { holder }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    };
  }

  #isActor(name: string): boolean {
    return this.#trace.header.actors.some(({ id }) => id === name);
  }

  /** One name may be a condition's and its lock's: then the thread's last operation tells. */
  #kindOf(on: string, last: TraceEvent['kind'] | undefined): Exclude<TrackKind, 'value'> | undefined {
    const told = last === undefined ? undefined : ASKING[last];
    if (told) return told;
    return WAITED_FOR.find((kind) => this.#tracks.has(kind, on));
  }
}

/** A copy: what is kept must not change when the reader goes on. */
function lastOf(lane: Growing): Growing {
  const copied = <One extends object>(list: readonly One[]): One[] => list.slice(-1).map((one) => ({ ...one }));
  return { ...lane, stretches: copied(lane.stretches), running: copied(lane.running) };
}

const ASKING: { readonly [K in TraceEvent['kind']]?: Exclude<TrackKind, 'value'> } = {
  'lock.requested': 'lock',
  'condition.waited': 'condition',
  'condition.woken': 'lock',
  'barrier.arrived': 'barrier',
};

const WAITED_FOR = ['lock', 'semaphore', 'condition', 'event', 'barrier', 'queue', 'pool'] as const;

function endLast(intervals: Interval[], seq: number): void {
  const open = intervals.at(-1);
  if (open && open.to === undefined) open.to = seq;
}

/** What came of a wait tells what it was for. */
function settle(stretch: Stretch | undefined, event: TraceEvent): void {
  const touch = touchOf(event, () => 0);
  if (!stretch || !touch || touch.name !== stretch.on || touch.kind === 'value') return;
  stretch.track = keyOf(touch.kind, touch.name);
  if (touch.kind !== 'queue') stretch.about = touch.kind;
  else if (event.kind === 'queue.put') stretch.about = 'full';
  else if (event.kind === 'queue.got') stretch.about = 'empty';
  else if (event.kind === 'queue.joined') stretch.about = 'unfinished';
}

// What the lanes know of a run that is too long to be laid out as a whole: what holds for all of it, and every few
// thousand events what is needed to go on from there. It is read once, in slices, and carried on as the run grows.
import type { Trace } from '@lockstep/trace';
import type { LaneStates, Stretch } from './lane-states.ts';
import type { PassageSizes } from './passage.ts';
import { type Kept, type Score, ScoreReader } from './score.ts';
import type { Track } from './tracks.ts';
import { within } from './within.ts';

type SurveySizes = Pick<PassageSizes, 'stride' | 'long'>;

export class Survey {
  readonly #trace: Trace;
  readonly #sizes: SurveySizes;
  readonly #kept: Kept[] = [];
  readonly #long = new Map<string, Stretch[]>();
  readonly #listeners = new Set<() => void>();
  #reader: ScoreReader;
  #length = 0;
  #whole: Score | undefined;
  #news = 0;

  constructor(trace: Trace, sizes: SurveySizes) {
    this.#trace = trace;
    this.#sizes = sizes;
    this.#reader = new ScoreReader(trace);
    this.#kept.push(this.#reader.keep(0));
  }

  /** Events read so far. */
  get length(): number {
    return this.#length;
  }

  /** Of all that was read: every track and value, but only their last changes. The same object until more is read. */
  get whole(): Score {
    return (this.#whole ??= this.#reader.score());
  }

  /** Counts up when what was read on shows something that all drawings of the run should know. */
  get news(): number {
    return this.#news;
  }

  /** Called when there are news. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads on up to there, and says so to nobody: whoever draws asks for what it needs. */
  readTo(cursor: number): void {
    const end = Math.min(cursor, this.#trace.length);
    if (this.#length >= end) return;
    this.#whole = undefined;
    for (; this.#length < end; this.#length++) {
      if (this.#length > 0 && this.#length % this.#sizes.stride === 0) this.#turn();
      this.#reader.see(this.#trace.event(this.#length));
    }
  }

  /** Reads at most so many events more; true while there are others left. */
  readOn(events: number): boolean {
    if (this.#length === this.#trace.length) return false;
    const before = this.whole.tracks.length;
    this.readTo(this.#length + events);
    const isAtEnd = this.#length === this.#trace.length;
    if (isAtEnd || this.whole.tracks.length > before) {
      this.#news++;
      for (const listener of this.#listeners) listener();
    }
    return !isAtEnd;
  }

  /** The score of the passage `from` … `to` (exclusive), with all that reaches into it from outside. */
  between(from: number, to: number): Score {
    this.readTo(to);
    const kept = this.#kept[Math.floor(from / this.#sizes.stride)] as Kept;
    const reader = new ScoreReader(this.#trace, kept);
    for (let seq = kept.seq; seq < to; seq++) reader.see(this.#trace.event(seq));
    const { lanes, tracks, values } = reader.score();
    return {
      lanes: new Map([...lanes].map(([actor, lane]) => [actor, this.#withLong(actor, lane, from, to)])),
      tracks: allOf(this.whole.tracks, tracks),
      values,
    };
  }

  /** A new stride begins: what the last one leaves behind is kept, and the rest of it forgotten. */
  #turn(): void {
    for (const [actor, lane] of this.#reader.score().lanes) {
      for (const stretch of lane.stretches.slice(0, -1)) this.#keepIfLong(actor, stretch);
    }
    const kept = this.#reader.keep(this.#length);
    this.#kept.push(kept);
    this.#reader = new ScoreReader(this.#trace, kept);
  }

  #keepIfLong(actor: string, stretch: Stretch): void {
    if (stretch.to === undefined || stretch.to - stretch.from < this.#sizes.long) return;
    const list = this.#long.get(actor);
    if (list) list.push(stretch);
    else this.#long.set(actor, [stretch]);
  }

  /** What a passage does not know by itself: how waits that go on beyond it end, and where the lane does. */
  #withLong(actor: string, lane: LaneStates, from: number, to: number): LaneStates {
    const whole = this.whole.lanes.get(actor);
    const long = [...within(this.#long.get(actor) ?? [], from, to), ...within(whole?.stretches ?? [], from, to)];
    const stretches = new Map([...lane.stretches, ...long].map((one) => [one.from, one]));
    return {
      ...lane,
      ...(whole?.end ? { end: whole.end } : {}),
      stretches: [...stretches.values()].sort((a, b) => a.from - b.from),
    };
  }
}

/** All tracks of the run, with their changes in this part of it. */
function allOf(whole: readonly Track[], here: readonly Track[]): readonly Track[] {
  const changed = new Map(here.map((track) => [track.key, track]));
  return whole.map((track) => {
    const own = changed.get(track.key);
    return { ...track, changes: own?.changes ?? [] };
  });
}

const surveys = new WeakMap<Trace, Survey>();

/** The one survey of this trace. */
export function surveyOf(trace: Trace, sizes: SurveySizes): Survey {
  let survey = surveys.get(trace);
  if (!survey) surveys.set(trace, (survey = new Survey(trace, sizes)));
  return survey;
}

/**
 * Reads on what the drawings of this trace have begun to read, at most so many events: for whoever has time to spare
 * between two frames. True while there is more to read.
 */
export function readAhead(trace: Trace, events: number): boolean {
  return surveys.get(trace)?.readOn(events) ?? false;
}

// The shared objects of a run, in the order in which they come into it, each with the story of its level.
import type { TraceEvent } from '@lockstep/trace';
import { type Touch, type TrackKind, touchOf, type Way } from './touch-of.ts';

export interface Change {
  readonly seq: number;
  readonly actor: string;
  readonly way: Way;
  /** The level after it. */
  readonly level: number;
}

export interface Track {
  /** Unique: a condition and its lock may have one name. */
  readonly key: string;
  readonly kind: TrackKind;
  readonly name: string;
  /** The level before the first change. */
  readonly first: number;
  readonly changes: readonly Change[];
  /** The highest level so far. */
  readonly most: number;
}

type Growing = { -readonly [F in keyof Track]: Track[F] } & { changes: Change[] };

/** The tracks at a place, to go on from there. Of their changes those are kept that what follows looks back at. */
export interface KeptTracks {
  readonly tracks: readonly Track[];
  /** By job, the pool that it was given to; all of the run read so far. */
  readonly pools: Map<string, string>;
}

/** Gathers tracks, event by event. */
export class TrackReader {
  readonly #tracks: Map<string, Growing>;
  readonly #pools: Map<string, string>;

  constructor(kept?: KeptTracks) {
    this.#tracks = new Map(kept?.tracks.map((track) => [track.key, { ...track, changes: [...track.changes] }]));
    this.#pools = kept?.pools ?? new Map();
  }

  get tracks(): readonly Track[] {
    return [...this.#tracks.values()];
  }

  keep(): KeptTracks {
    const tracks = this.tracks.map((track) => ({ ...track, changes: lookedBackAt(track.changes) }));
    return { tracks, pools: this.#pools };
  }

  level(kind: TrackKind, name: string): number {
    const track = this.#tracks.get(keyOf(kind, name));
    return track?.changes.at(-1)?.level ?? track?.first ?? 0;
  }

  has(kind: TrackKind, name: string): boolean {
    return this.#tracks.has(keyOf(kind, name));
  }

  see(event: TraceEvent): void {
    if (event.kind === 'future.submitted') this.#pools.set(event.future, event.pool);
    const touch = touchOf(event, (kind, name) => this.level(kind, name)) ?? this.#leftPool(event);
    if (!touch) return;
    const { kind, name, way } = touch;
    const key = keyOf(kind, name);
    let track = this.#tracks.get(key);
    if (!track) {
      const first = touch.level === undefined || touch.by === undefined ? 0 : Math.max(0, touch.level - touch.by);
      track = { key, kind, name, first, changes: [], most: first };
      this.#tracks.set(key, track);
    }
    const level = touch.level ?? this.level(kind, name);
    track.changes.push({ seq: event.seq, actor: event.actor, way, level });
    track.most = Math.max(track.most, level);
  }

  /** A job leaves the line of its pool when a worker begins with it, or when it is cancelled. */
  #leftPool(event: TraceEvent): Touch | undefined {
    const left = event.kind === 'future.started' || (event.kind === 'future.cancelled' && event.worked);
    const name = left ? this.#pools.get(event.future) : undefined;
    if (name === undefined) return undefined;
    return { kind: 'pool', way: 'take', name, level: Math.max(0, this.level('pool', name) - 1) };
  }
}

export function keyOf(kind: TrackKind, name: string): string {
  return `${kind} ${name}`;
}

/** Who took it last, who has it now, and what happened to it last. */
function lookedBackAt(changes: readonly Change[]): Change[] {
  const taken = changes.findLast(({ way }) => way === 'take');
  const moved = changes.findLast(({ way }) => way === 'take' || way === 'give');
  const kept = new Set([taken, moved, changes.at(-1)].filter((change) => change !== undefined));
  return [...kept].sort((a, b) => a.seq - b.seq);
}

/** Number of changes before a cursor. */
export function changesBefore(changes: readonly { readonly seq: number }[], cursor: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as { seq: number }).seq < cursor) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function levelAt({ changes, first }: Track, cursor: number): number {
  return changes[changesBefore(changes, cursor) - 1]?.level ?? first;
}

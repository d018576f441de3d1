// How much each actor did in each part of a run: what the strip shows of a run that has more events than it has pixels.
// Counted once, and carried on as the run grows; when there are too many parts, two become one.
import type { Trace } from '@lockstep/trace';

export interface Overview {
  /** Events counted. */
  readonly length: number;
  /** Events of a part; the last one may have fewer. */
  readonly each: number;
  /** How many events of an actor, by its place in the header, lie in a part. */
  countIn(row: number, part: number): number;
  /** Something of the actor's was lost there. */
  isLossIn(row: number, part: number): boolean;
}

/** More than a strip has pixels, so that a part is never seen as one. */
export const MOST_PARTS = 4096;

class Counts implements Overview {
  length = 0;
  each = 1;
  readonly #trace: Trace;
  readonly #counts: Uint32Array;
  readonly #losses: Uint8Array;
  /** By number of the shape: its row and whether it is a loss; -1: nobody's row. */
  readonly #rowOf: number[] = [];
  readonly #isLoss: boolean[] = [];

  constructor(trace: Trace) {
    this.#trace = trace;
    this.#counts = new Uint32Array(trace.header.actors.length * MOST_PARTS);
    this.#losses = new Uint8Array(this.#counts.length);
  }

  countIn(row: number, part: number): number {
    return this.#counts[row * MOST_PARTS + part] as number;
  }

  isLossIn(row: number, part: number): boolean {
    return this.#losses[row * MOST_PARTS + part] === 1;
  }

  readTo(length: number): void {
    for (; this.length < length; this.length++) {
      if (this.length === this.each * MOST_PARTS) this.#halve();
      const { number, actor, kind } = this.#trace.shapeAt(this.length);
      let row = this.#rowOf[number];
      if (row === undefined) {
        row = this.#trace.header.actors.findIndex(({ id }) => id === actor);
        this.#rowOf[number] = row;
        this.#isLoss[number] = isLoss(kind);
      }
      if (row < 0) continue;
      const place = row * MOST_PARTS + Math.floor(this.length / this.each);
      this.#counts[place] = (this.#counts[place] as number) + 1;
      if (this.#isLoss[number]) this.#losses[place] = 1;
    }
  }

  #halve(): void {
    this.each *= 2;
    for (let row = 0; row < this.#counts.length; row += MOST_PARTS) {
      const counts = this.#counts.subarray(row, row + MOST_PARTS);
      const losses = this.#losses.subarray(row, row + MOST_PARTS);
      for (let part = 0; part < MOST_PARTS; part += 2) {
        counts[part / 2] = (counts[part] as number) + (counts[part + 1] as number);
        losses[part / 2] = (losses[part] as number) | (losses[part + 1] as number);
      }
      counts.fill(0, MOST_PARTS / 2);
      losses.fill(0, MOST_PARTS / 2);
    }
  }
}

export function isLoss(kind: string): boolean {
  return kind.endsWith('dropped');
}

const overviews = new WeakMap<Trace, Counts>();

/** Of the first `length` events, or of more: the trace may have been looked at when it was longer. */
export function overviewOf(trace: Trace, length: number): Overview {
  let counts = overviews.get(trace);
  if (!counts) overviews.set(trace, (counts = new Counts(trace)));
  counts.readTo(Math.min(length, trace.length));
  return counts;
}

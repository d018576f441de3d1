// While threads run at full speed, the main thread takes their records out of the rings in the order of their numbers and
// executes them once more on the model: that every answer comes out the same proves that the recorded order is the
// order in which it really happened.
import { nowNs } from '#platform';
import { Model } from '../model/model.ts';
import { isPythonError } from '../primitives/python-error.ts';
import { verbWith } from '../primitives/registry.ts';
import { isBeginning } from '../primitives/thread.ts';
import type { Request } from '../primitives/verb.ts';
import type { ThreadProbe } from '../thread-probe.ts';
import type { Crew } from './crew.ts';
import {
  BLOCKED,
  EXPIRED,
  FAILED,
  FINISHED,
  inOrder,
  RingReader,
  type RingRecord,
  timeoutIn,
  UNBLOCKED,
  verbIn,
} from './ring.ts';

/** Empties the rings of a crew into a probe, for one run. Made before the run begins. */
export class RingDrain {
  readonly #crew: Crew;
  readonly #probe: ThreadProbe;
  readonly #readers: readonly RingReader[];
  readonly #model: Model;
  readonly #toUs: (timeNs: bigint) => number;
  readonly #dropped: number[];
  #next = 0;
  #lastUs = Number.NEGATIVE_INFINITY;

  constructor(crew: Crew, probe: ThreadProbe, toUs: (timeNs: bigint) => number) {
    this.#crew = crew;
    this.#probe = probe;
    this.#readers = crew.rings.map((ring) => new RingReader(ring));
    this.#model = new Model(crew.instance.objects);
    this.#toUs = toUs;
    this.#dropped = crew.rings.map(() => 0);
  }

  drain(): void {
    for (const { ring, record } of inOrder(this.#readers, this.#next)) {
      this.#next++;
      this.#tell(ring, record);
    }
    this.#tellDropped();
  }

  #tell(thread: number, record: RingRecord): void {
    const at = this.#risingUs(record.timeNs);
    if (record.what === FINISHED) return this.#probe.ended(thread, at);
    const request = this.#requestOf(thread, record);
    if (record.what & (BLOCKED | UNBLOCKED) && isBeginning(request)) return undefined;
    if (record.what & BLOCKED) return this.#probe.blocked(thread, request, this.#model.waitsFor(thread, request), at);
    if (record.what & UNBLOCKED) return this.#probe.unblocked(thread, request, at);
    const expired = (record.what & EXPIRED) !== 0;
    const failure = record.what & FAILED ? this.#crew.name(thread, record.answer) : undefined;
    this.#replay(thread, request, expired, failure ?? record.answer, record.number);
    const answer = failure === undefined ? record.answer : 0;
    this.#probe.step({ ...request, thread, expired, answer, failure }, this.#model.words, at);
  }

  /** A number and its time are two readings, so two threads may read them crosswise; the number is the order. */
  #risingUs(timeNs: bigint): number {
    this.#lastUs = Math.max(this.#lastUs, this.#toUs(timeNs));
    return this.#lastUs;
  }

  /** What happened must be what the model says, as long as no record is missing. */
  #replay(thread: number, request: Request, expired: boolean, answer: number | string, number: number): void {
    if (this.#readers.some(({ dropped }) => dropped > 0)) return;
    const predicted = this.#predict(thread, request, expired);
    if (predicted === answer) return;
    const what = `record ${number}, ${this.#crew.actors[thread]}: ${request.verb.describe(request)}`;
    throw new Error(`${what}: the model says ${predicted}, the memory ${answer}`);
  }

  #predict(thread: number, request: Request, expired: boolean): number | string {
    try {
      if (expired) return this.#model.expire(thread, request);
      return this.#model.enabled(thread, request) ? this.#model.apply(thread, request) : 'impossible';
    } catch (error) {
      if (isPythonError(error)) return String(error);
      throw error;
    }
  }

  #requestOf(thread: number, { what, object, argument, line, name }: RingRecord): Request {
    const shared = this.#crew.object(object);
    return {
      verb: verbWith(verbIn(what)),
      object: shared,
      argument,
      timeoutMs: timeoutIn(what),
      line,
      name: name === 0 ? shared.name : this.#crew.name(thread, name - 1),
    };
  }

  #tellDropped(): void {
    for (const [thread, reader] of this.#readers.entries()) {
      const { dropped } = reader;
      const before = this.#dropped[thread] as number;
      if (dropped === before) continue;
      this.#dropped[thread] = dropped;
      const actor = this.#crew.actors[thread] as string;
      this.#probe.dropped(`ring of ${actor}`, dropped - before, this.#toUs(nowNs()));
    }
  }
}

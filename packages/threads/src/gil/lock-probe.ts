// Tells what threads did with the interpreter lock as events, and knows for each what made it happen: a lock is dropped
// because somebody asked, and taken because somebody dropped it.
import { assertNever, type Fact } from '@lockstep/trace';
import type { DropReason } from './interpreter-lock.ts';
import type { LockRecord } from './lock-records.ts';
import type { Slice } from './slice-measure.ts';

/** A fact before it is known when it happened and to whom; its cause may be none. */
type Untold<F = Fact> = F extends Fact ? Omit<F, 'at' | 'actor' | 'source' | 'cause'> : never;

/** Turns records of the lock into events, in the order of their numbers. */
export class LockProbe {
  readonly #threads: readonly { readonly actor: string }[];
  readonly #record: (fact: Fact) => number;
  /** The last request of each thread: its `seq`, and when it was. */
  readonly #requests = new Map<number, { readonly seq: number; readonly at: number }>();
  /** How long each thread waited for the lock when it came back from input or output. */
  readonly #waits = new Map<number, number[]>();
  readonly #isBack = new Set<number>();
  /** The `seq` of the drop that a thread was asked for, until it asks for the lock again because of that. */
  readonly #madeToDrop = new Map<number, number>();
  readonly #slices: Slice[] = [];
  #asked: number | undefined;
  #dropped: number | undefined;
  #takenAt = 0;
  #at = 0;

  constructor(threads: readonly { readonly actor: string }[], record: (fact: Fact) => number) {
    this.#threads = threads;
    this.#record = record;
  }

  /** Slices that have ended, in order. A thread that drops the lock and is the next to take it goes on with its slice. */
  get slices(): readonly Slice[] {
    return this.#slices;
  }

  /** How long the thread waited for the lock each time it came back from input or output, in microseconds. */
  waitsOf(thread: number): readonly number[] {
    return this.#waits.get(thread) ?? [];
  }

  started(at: number): void {
    for (const [index, { actor }] of this.#threads.entries())
      this.#tell(index + 1, { kind: 'thread.started', name: actor }, at);
  }

  /** @param thread its number, from 1 */
  note(thread: number, record: LockRecord, at: number, line: number): void {
    const place = line > 0 ? { line } : {};
    switch (record.what) {
      case 'requested': {
        const cause = this.#madeToDrop.get(thread);
        this.#madeToDrop.delete(thread);
        this.#requests.set(thread, { seq: this.#tell(thread, { kind: 'gil.requested', ...place }, at, cause), at });
        break;
      }
      case 'taken': {
        const waitedUs = Math.round(at - (this.#requests.get(thread)?.at ?? at));
        this.#tell(thread, { kind: 'gil.taken', waitedUs, ...place }, at, this.#dropped);
        if (this.#isBack.delete(thread)) this.#addWait(thread, waitedUs);
        this.#takenAt = at;
        this.#asked = undefined;
        break;
      }
      case 'asked-to-drop': {
        const holder = this.#actor(record.holder);
        const fact = { kind: 'gil.drop-requested', holder, ...place } as const;
        this.#asked = this.#tell(thread, fact, at, this.#requests.get(thread)?.seq);
        break;
      }
      case 'dropped': {
        const { reason } = record;
        const cause = reason === 'request' ? this.#asked : undefined;
        this.#dropped = this.#tell(thread, { kind: 'gil.dropped', reason, ...place }, at, cause);
        this.#addSlice(thread, at, reason);
        if (reason === 'request') this.#madeToDrop.set(thread, this.#dropped);
        if (reason === 'io') this.#isBack.add(thread);
        break;
      }
      case 'finished':
        this.#tell(thread, { kind: 'thread.finished' }, at);
        break;
      default:
        assertNever(record);
    }
  }

  #addSlice(thread: number, toUs: number, reason: DropReason): void {
    const last = this.#slices.at(-1);
    if (last?.thread === thread) this.#slices[this.#slices.length - 1] = { ...last, toUs, reason };
    else this.#slices.push({ thread, fromUs: this.#takenAt, toUs, reason });
  }

  #addWait(thread: number, waitedUs: number): void {
    const waits = this.#waits.get(thread);
    if (waits) waits.push(waitedUs);
    else this.#waits.set(thread, [waitedUs]);
  }

  #actor(thread: number): string {
    return this.#threads[thread - 1]?.actor as string;
  }

  /** The numbers are the order: records that lie nanoseconds apart may carry their times the other way round. */
  #tell(thread: number, fact: Untold, at: number, cause?: number): number {
    this.#at = Math.max(this.#at, at);
    const told = { at: this.#at, actor: this.#actor(thread), source: 'program', ...fact } as Fact;
    return this.#record(cause === undefined || cause < 0 ? told : { ...told, cause });
  }
}

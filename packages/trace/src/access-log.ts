// All accesses to shared values as columns that only ever grow: a state of the history is the log and how much of it has
// happened, so that taking note of an access costs the same whether it is the tenth or the millionth.
import type { EventOf } from './event.ts';
import { createInterner } from './interner.ts';
import { NumberColumn } from './number-column.ts';

/** One access to a shared value. */
export interface Access {
  readonly seq: number;
  readonly actor: string;
  readonly act: 'read' | 'written' | 'added';
  /** The value read, or the value after the write. */
  readonly value: number;
  /** The value in memory before a write. */
  readonly before: number;
  /** For a write: the `seq` of the same actor's read that it is based on. */
  readonly basis?: number;
  /**
   * For a write: the writes by others since its basis, which it overwrites unseen. Not empty: updates are lost here.
   */
  readonly overwrites: readonly number[];
}

export type AccessEvent = EventOf<'value.read' | 'value.written' | 'value.added'>;

const NONE = 0;

/** Who did what to which value. */
interface What {
  readonly actor: string;
  readonly act: Access['act'];
  readonly name: string;
}

/** What is known of one value at the end of the log: places + 1. */
interface Latest {
  readonly reads: Map<string, number>;
  /** The last write, and the last one by anybody else than who made that. */
  write: { place: number; actor: string } | undefined;
  otherWrite: number;
}

export class AccessLog {
  #length = 0;
  readonly #seqs = new NumberColumn();
  readonly #values = new NumberColumn();
  readonly #befores = new NumberColumn();
  /** How many places before each access its basis is; 0: it has none. */
  readonly #bases = new NumberColumn();
  readonly #whatNumbers = new NumberColumn();
  /** `actor act name`, by number. */
  readonly #whats = createInterner();
  readonly #named: What[] = [];
  readonly #latest = new Map<string, Latest>();
  /** Places of the writes that overwrote something unseen. */
  readonly #losses: number[] = [];

  get length(): number {
    return this.#length;
  }

  /** Whether the access at this place is that of the event: it was taken note of on an earlier way here. */
  isAt(place: number, event: AccessEvent): boolean {
    const { name, actor, act } = this.#whatAt(place);
    return (
      this.#seqs.at(place) === event.seq &&
      this.#values.at(place) === event.value &&
      this.#befores.at(place) === beforeOf(event) &&
      name === event.name &&
      actor === event.actor &&
      act === actOf(event)
    );
  }

  add(event: AccessEvent): void {
    const { seq, name, actor, value } = event;
    const act = actOf(event);
    this.#put(seq, name, actor, act, value, beforeOf(event));
  }

  /** A log of its own that begins as this one does. */
  copy(length: number): AccessLog {
    const log = new AccessLog();
    for (let place = 0; place < length; place++) {
      const { name, actor, act } = this.#whatAt(place);
      log.#put(this.#seqs.at(place), name, actor, act, this.#values.at(place), this.#befores.at(place));
    }
    return log;
  }

  /** The first `length` accesses, by name. */
  byName(length: number): ReadonlyMap<string, readonly Access[]> {
    const values = new Map<string, Access[]>();
    for (let place = 0; place < length; place++) {
      const { name } = this.#whatAt(place);
      const past = values.get(name);
      if (past) past.push(this.#accessAt(place, past));
      else values.set(name, [this.#accessAt(place, [])]);
    }
    return values;
  }

  /** Those among the first `length` at which an update was lost. */
  losses(length: number): readonly Access[] {
    return this.#losses.filter((place) => place < length).map((place) => this.access(place));
  }

  access(place: number): Access {
    const { name } = this.#whatAt(place);
    const past: Access[] = [];
    const basis = this.#basisOf(place);
    if (basis >= 0)
      for (let at = basis + 1; at < place; at++) if (this.#whatAt(at).name === name) past.push(this.#accessAt(at, []));
    return this.#accessAt(place, past);
  }

  /** The place of the access with this `seq` among the first `length`; undefined when there is none. */
  placeOf(seq: number, length: number): number | undefined {
    let from = 0;
    let to = length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#seqs.at(middle) < seq) from = middle + 1;
      else to = middle;
    }
    return from < length && this.#seqs.at(from) === seq ? from : undefined;
  }

  #put(seq: number, name: string, actor: string, act: Access['act'], value: number, before: number): void {
    const place = this.#length;
    const what = this.#whats.numberOf(`${actor} ${act} ${name}`);
    if (what === this.#named.length) this.#named.push({ actor, act, name });
    let latest = this.#latest.get(name);
    if (!latest) this.#latest.set(name, (latest = { reads: new Map(), write: undefined, otherWrite: NONE }));
    const basis = act === 'written' ? (latest.reads.get(actor) ?? NONE) : NONE;
    const byOthers = latest.write?.actor === actor ? latest.otherWrite : (latest.write?.place ?? NONE);
    if (basis !== NONE && byOthers > basis) this.#losses.push(place);
    if (act === 'read') latest.reads.set(actor, place + 1);
    else {
      if (latest.write && latest.write.actor !== actor) latest.otherWrite = latest.write.place;
      latest.write = { place: place + 1, actor };
    }
    this.#seqs.push(seq);
    this.#values.push(value);
    this.#befores.push(before);
    this.#bases.push(basis === NONE ? 0 : place + 1 - basis);
    this.#whatNumbers.push(what);
    this.#length++;
  }

  /** Negative: it has none. */
  #basisOf(place: number): number {
    const distance = this.#bases.at(place);
    return distance === 0 ? -1 : place - distance;
  }

  #whatAt(place: number): What {
    return this.#named[this.#whatNumbers.at(place)] as What;
  }

  /** @param past accesses to the same value before this one, at least back to its basis. */
  #accessAt(place: number, past: readonly Access[]): Access {
    const { actor, act } = this.#whatAt(place);
    const basis = this.#basisOf(place);
    const basisSeq = basis < 0 ? undefined : this.#seqs.at(basis);
    const overwrites: number[] = [];
    if (basisSeq !== undefined)
      for (let index = past.length - 1; index >= 0 && (past[index] as Access).seq > basisSeq; index--) {
        const one = past[index] as Access;
        if (one.actor !== actor && one.act !== 'read') overwrites.unshift(one.seq);
      }
    return {
      seq: this.#seqs.at(place),
      actor,
      act,
      value: this.#values.at(place),
      before: this.#befores.at(place),
      ...(basisSeq === undefined ? {} : { basis: basisSeq }),
      overwrites,
    };
  }
}

function actOf({ kind }: AccessEvent): Access['act'] {
  return kind === 'value.read' ? 'read' : kind === 'value.written' ? 'written' : 'added';
}

function beforeOf(event: AccessEvent): number {
  return event.kind === 'value.read' ? event.value : event.before;
}

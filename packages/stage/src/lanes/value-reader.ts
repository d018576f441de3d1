// What happened to the shared values, access by access, and what comes of it: what each write lost, and what the value
// would be if none had been lost. The same reading as `valueHistory`, to be taken up anywhere in a long run.
import type { TraceEvent } from '@lockstep/trace';
import { changesBefore } from './tracks.ts';

/** One access to a shared value. */
export interface ValueAccess {
  readonly seq: number;
  readonly actor: string;
  readonly act: 'read' | 'written' | 'added';
  /** The value read, or the value after the write. */
  readonly value: number;
  /** The value in memory before a write. */
  readonly before: number;
  /** For a write: `seq` of the same actor's read that it is based on. */
  readonly basis?: number;
  /** For a write: how many writes by others since its basis it overwrites unseen. */
  readonly lost: number;
  /** Those of them that are read here: in a long run only the ones nearby. */
  readonly overwrites: readonly number[];
  /** What the value should be after it. */
  readonly should: number;
  /** The least and the greatest value so far. */
  readonly low: number;
  readonly high: number;
}

export interface ValueStory {
  readonly name: string;
  /** The value before its first access. */
  readonly initial: number;
  /** What came before the accesses: the last of all, the last that wrote, and the last that lost something. */
  readonly past: ValuePast;
  readonly accesses: readonly ValueAccess[];
}

export interface ValuePast {
  readonly last?: ValueAccess;
  readonly written?: ValueAccess;
  readonly lossy?: ValueAccess;
}

/** Of an actor: its last read, and what others had written by then. */
interface Read {
  readonly seq: number;
  readonly value: number;
  readonly othersWrites: number;
}

interface Growing extends ValueStory {
  past: ValuePast;
  readonly accesses: ValueAccess[];
  writes: number;
  readonly reads: Map<string, Read>;
  /** By actor. */
  readonly ownWrites: Map<string, number>;
}

/** The values at a place, to go on from there. */
export type KeptValues = readonly Growing[];

/** Gathers values, event by event. */
export class ValueReader {
  readonly #values: Map<string, Growing>;

  constructor(kept: KeptValues = []) {
    this.#values = new Map(kept.map((value) => [value.name, copyOf(value)]));
  }

  get values(): ReadonlyMap<string, ValueStory> {
    return this.#values;
  }

  keep(): KeptValues {
    return [...this.#values.values()].map((value) => ({ ...copyOf(value), past: pastAt(value, Infinity) }));
  }

  see(event: TraceEvent): void {
    if (event.kind === 'value.read') {
      const value = this.#valueOf(event.name, event.value);
      const own = value.ownWrites.get(event.actor) ?? 0;
      value.reads.set(event.actor, { seq: event.seq, value: event.value, othersWrites: value.writes - own });
      push(value, event, 'read', event.value, shouldBefore(value));
    } else if (event.kind === 'value.added') {
      const value = this.#valueOf(event.name, event.before);
      wrote(value, event.actor);
      push(value, event, 'added', event.before, shouldBefore(value) + event.value - event.before);
    } else if (event.kind === 'value.written') {
      const value = this.#valueOf(event.name, event.before);
      const read = value.reads.get(event.actor);
      const others = value.writes - (value.ownWrites.get(event.actor) ?? 0);
      const should = read === undefined ? event.value : shouldBefore(value) + event.value - read.value;
      push(value, event, 'written', event.before, should, read, read === undefined ? 0 : others - read.othersWrites);
      wrote(value, event.actor);
    }
  }

  #valueOf(name: string, initial: number): Growing {
    let value = this.#values.get(name);
    if (!value) {
      value = { name, initial, past: {}, accesses: [], writes: 0, reads: new Map(), ownWrites: new Map() };
      this.#values.set(name, value);
    }
    return value;
  }
}

/** What had happened to a value when `cursor` events had: the last access, the last write, the last loss. */
export function pastAt({ past, accesses }: ValueStory, cursor: number): ValuePast {
  const known = accesses.slice(0, changesBefore(accesses, cursor));
  const last = known.at(-1) ?? past.last;
  const written = known.findLast(({ act }) => act !== 'read') ?? past.written;
  const lossy = known.findLast(({ lost }) => lost > 0) ?? past.lossy;
  return { ...(last ? { last } : {}), ...(written ? { written } : {}), ...(lossy ? { lossy } : {}) };
}

function push(
  value: Growing,
  { seq, actor, value: after }: { readonly seq: number; readonly actor: string; readonly value: number },
  act: ValueAccess['act'],
  before: number,
  should: number,
  basis?: Read,
  lost = 0,
): void {
  const last = lastOf(value);
  value.accesses.push({
    seq,
    actor,
    act,
    value: after,
    before,
    ...(basis === undefined ? {} : { basis: basis.seq }),
    lost,
    overwrites: lost === 0 || basis === undefined ? [] : overwritten(value.accesses, actor, basis.seq),
    should,
    low: Math.min(last?.low ?? after, after),
    high: Math.max(last?.high ?? after, after),
  });
}

function overwritten(accesses: readonly ValueAccess[], actor: string, since: number): readonly number[] {
  const seqs: number[] = [];
  for (let at = accesses.length - 1; at >= 0; at--) {
    const access = accesses[at] as ValueAccess;
    if (access.seq <= since) break;
    if (access.actor !== actor && access.act !== 'read') seqs.push(access.seq);
  }
  return seqs.reverse();
}

function wrote(value: Growing, actor: string): void {
  value.writes += 1;
  value.ownWrites.set(actor, (value.ownWrites.get(actor) ?? 0) + 1);
}

function shouldBefore(value: Growing): number {
  return lastOf(value)?.should ?? value.initial;
}

function lastOf({ accesses, past }: Growing): ValueAccess | undefined {
  return accesses.at(-1) ?? past.last;
}

function copyOf(value: Growing): Growing {
  return { ...value, accesses: [], reads: new Map(value.reads), ownWrites: new Map(value.ownWrites) };
}

// Who refers to whom, at a cursor. An object is called by the first name that it was given, and that name is its first
// reference; every later one is told with who refers: a name (`a`), a place in a list (`shelf[0]`), an attribute of
// another object (`left.other`).
import type { Model, TraceEvent } from '@lockstep/trace';

/** One object of the program. */
export interface GraphObject {
  readonly id: string;
  readonly type: string;
  /** Its reference count, as the interpreter said it. */
  readonly count: number;
  /** Who refers to it now. */
  readonly holders: readonly string[];
  /** Who has ever referred to it. */
  readonly known: readonly string[];
  readonly created: number;
  /** How it came to its end. */
  readonly freed?: { readonly by: string; readonly actor: string; readonly seq: number };
}

/** Runs of the collector. */
export interface Collections {
  /** How often each generation was looked at. */
  readonly ofGeneration: readonly number[];
  readonly last?: {
    readonly actor: string;
    readonly generation: number;
    readonly collected: number;
    readonly seq: number;
  };
}

export interface ObjectGraph {
  /** In the order of their creation. */
  readonly objects: readonly GraphObject[];
  readonly collections: Collections;
}

const GENERATIONS = 3;

export const objectGraph: Model<ObjectGraph> = {
  initial: () => ({ objects: [], collections: { ofGeneration: Array.from({ length: GENERATIONS }, () => 0) } }),
  apply(graph, event) {
    switch (event.kind) {
      case 'object.created': {
        const { object: id, type, count, seq: created } = event;
        return { ...graph, objects: [...graph.objects, { id, type, count, holders: [id], known: [id], created }] };
      }
      case 'reference.changed':
        return { ...graph, objects: graph.objects.map((one) => (one.id === event.object ? changed(one, event) : one)) };
      case 'object.freed':
        return { ...graph, objects: graph.objects.map((one) => withoutFreed(one, event)) };
      case 'collector.ran': {
        const { actor, generation, collected, seq } = event;
        const ofGeneration = graph.collections.ofGeneration.map((runs, index) => runs + Number(index === generation));
        return { ...graph, collections: { ofGeneration, last: { actor, generation, collected, seq } } };
      }
      default:
        return graph;
    }
  },
};

type EventOf<K extends TraceEvent['kind']> = Extract<TraceEvent, { readonly kind: K }>;

function changed(object: GraphObject, { count, before, by }: EventOf<'reference.changed'>): GraphObject {
  const others = object.holders.filter((holder) => holder !== by);
  const known = object.known.includes(by) ? object.known : [...object.known, by];
  return { ...object, count, known, holders: count > before ? [...others, by] : others };
}

function withoutFreed(object: GraphObject, { object: id, by, actor, seq }: EventOf<'object.freed'>): GraphObject {
  if (object.id === id) return { ...object, count: 0, holders: [], freed: { by, actor, seq } };
  const holders = object.holders.filter((holder) => ownerOf(holder) !== id);
  return holders.length === object.holders.length ? object : { ...object, holders };
}

/** The object whose attribute refers; undefined for a name or a place in a list. */
export function ownerOf(holder: string): string | undefined {
  const dot = holder.indexOf('.');
  return dot < 0 ? undefined : holder.slice(0, dot);
}

/** Objects that are in memory although no name leads to them any more: only a collector can find that out. */
export function unreachableIn({ objects }: ObjectGraph): ReadonlySet<string> {
  const living = objects.filter(({ freed }) => !freed);
  const reached = new Set<string>();
  let before = -1;
  while (before < reached.size) {
    before = reached.size;
    for (const { id, holders } of living)
      if (holders.some((holder) => reached.has(ownerOf(holder) ?? '') || ownerOf(holder) === undefined))
        reached.add(id);
  }
  return new Set(living.flatMap(({ id }) => (reached.has(id) ? [] : [id])));
}

// A map that is never changed and yet grows: one with one more entry shares all but a few small nodes with the one before
// (Bagwell, "Ideal Hash Trees", 2001). It remembers in which order its keys came, as every Map does. Small ones are plain.

/** Up to here copying a whole Map is as quick as anything else. */
const MOST_PLAIN = 24;
const BITS = 4;
const WIDTH = 1 << BITS;

/** The map with this entry. A key that is there already keeps its place in the order. */
export function withEntry<K extends string | number, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  if (map instanceof OrderedMap) return (map as OrderedMap<K, V>).with(key, value);
  if (map.size < MOST_PLAIN || map.has(key)) return new Map(map).set(key, value);
  let ordered = new OrderedMap<K, V>(undefined, 0, 0);
  for (const [one, of] of map) ordered = ordered.with(one, of);
  return ordered.with(key, value);
}

/** The map without this key. */
export function withoutEntry<K extends string | number, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  if (map instanceof OrderedMap) return (map as OrderedMap<K, V>).without(key);
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

interface Entry<K, V> {
  readonly hash: number;
  readonly key: K;
  readonly value: V;
  /** Place in the order. */
  readonly order: number;
  /** Another one with the same hash. */
  readonly next: Entry<K, V> | undefined;
}

type Node<K, V> = readonly (Node<K, V> | Entry<K, V> | undefined)[];

class OrderedMap<K extends string | number, V> implements ReadonlyMap<K, V> {
  readonly #root: Node<K, V> | undefined;
  readonly #size: number;
  readonly #nextOrder: number;
  #whole: ReadonlyMap<K, V> | undefined;

  constructor(root: Node<K, V> | undefined, size: number, nextOrder: number) {
    this.#root = root;
    this.#size = size;
    this.#nextOrder = nextOrder;
  }

  get size(): number {
    return this.#size;
  }

  with(key: K, value: V): OrderedMap<K, V> {
    const hash = hashOf(key);
    const known = this.#find(key, hash);
    const entry = { hash, key, value, order: known?.order ?? this.#nextOrder, next: undefined };
    const root = put(this.#root ?? EMPTY, 0, entry);
    return known
      ? new OrderedMap(root, this.#size, this.#nextOrder)
      : new OrderedMap(root, this.#size + 1, this.#nextOrder + 1);
  }

  without(key: K): OrderedMap<K, V> {
    const root = taken(this.#root ?? EMPTY, 0, hashOf(key), key);
    return new OrderedMap(Array.isArray(root) ? (root as Node<K, V>) : undefined, this.#size - 1, this.#nextOrder);
  }

  get(key: K): V | undefined {
    return this.#find(key, hashOf(key))?.value;
  }

  has(key: K): boolean {
    return this.#find(key, hashOf(key)) !== undefined;
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  entries(): MapIterator<[K, V]> {
    return this.#inOrder().entries();
  }

  keys(): MapIterator<K> {
    return this.#inOrder().keys();
  }

  values(): MapIterator<V> {
    return this.#inOrder().values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  #find(key: K, hash: number): Entry<K, V> | undefined {
    let node: Node<K, V> | Entry<K, V> | undefined = this.#root;
    for (let shift = 0; isNode(node); shift += BITS) node = node[(hash >>> shift) & (WIDTH - 1)];
    let entry = node as Entry<K, V> | undefined;
    while (entry && entry.key !== key) entry = entry.next;
    return entry;
  }

  #inOrder(): ReadonlyMap<K, V> {
    if (!this.#whole) {
      const all: Entry<K, V>[] = [];
      if (this.#root) collect(this.#root, all);
      all.sort((a, b) => a.order - b.order);
      this.#whole = new Map(all.map(({ key, value }) => [key, value]));
    }
    return this.#whole;
  }
}

const EMPTY: Node<never, never> = Array.from<undefined>({ length: WIDTH });

function isNode<K, V>(node: Node<K, V> | Entry<K, V> | undefined): node is Node<K, V> {
  return Array.isArray(node);
}

function put<K, V>(node: Node<K, V>, shift: number, entry: Entry<K, V>): Node<K, V> {
  const slot = (entry.hash >>> shift) & (WIDTH - 1);
  const there = node[slot];
  if (there === undefined) return node.with(slot, entry);
  if (isNode(there)) return node.with(slot, put(there, shift + BITS, entry));
  if (there.hash === entry.hash) return node.with(slot, { ...entry, next: chainWithout(there, entry.key) });
  const below = put(put(EMPTY as Node<K, V>, shift + BITS, there), shift + BITS, entry);
  return node.with(slot, below);
}

/** What is left of a node: a node, its only entry, or nothing. */
function taken<K, V>(node: Node<K, V>, shift: number, hash: number, key: K): Node<K, V> | Entry<K, V> | undefined {
  const slot = (hash >>> shift) & (WIDTH - 1);
  const there = node[slot];
  const left = isNode(there) ? taken(there, shift + BITS, hash, key) : there && chainWithout(there, key);
  const rest = node.with(slot, left);
  if (shift === 0) return rest;
  const others = rest.filter((one) => one !== undefined);
  return others.length > 1 || isNode(others[0]) ? rest : others[0];
}

function chainWithout<K, V>(entry: Entry<K, V>, key: K): Entry<K, V> | undefined {
  if (entry.key === key) return entry.next;
  return { ...entry, next: entry.next && chainWithout(entry.next, key) };
}

function collect<K, V>(node: Node<K, V>, into: Entry<K, V>[]): void {
  for (const part of node) {
    if (isNode(part)) collect(part, into);
    else for (let entry = part; entry; entry = entry.next) into.push(entry);
  }
}

/** 32 bits of which all depend on the whole key (for texts FNV-1a; then the finalizer of MurmurHash3). */
function hashOf(key: string | number): number {
  let hash = 0x811c9dc5;
  if (typeof key === 'number') hash = key | 0;
  else for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

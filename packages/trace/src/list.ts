// A list that is never changed and yet grows: each longer one shares all but a few dozen slots with the one before, so
// that a state can be kept at every step of a long run. Short lists are plain arrays.

/** What can be read of a list, whatever its length; every array is one. */
export interface List<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
  map<U>(make: (item: T, index: number) => U): U[];
  flatMap<U>(make: (item: T, index: number) => U | readonly U[]): U[];
  filter(test: (item: T, index: number) => boolean): T[];
  find(test: (item: T, index: number) => boolean): T | undefined;
  findLast(test: (item: T, index: number) => boolean): T | undefined;
  findIndex(test: (item: T, index: number) => boolean): number;
  findLastIndex(test: (item: T, index: number) => boolean): number;
  some(test: (item: T, index: number) => boolean): boolean;
  every(test: (item: T, index: number) => boolean): boolean;
  slice(from?: number, to?: number): T[];
  entries(): IterableIterator<[number, T]>;
}

/** Up to here copying a whole array is as quick as anything else. */
const MOST_PLAIN = 64;
const WIDTH = 32;

/** The list with one more item at its end. */
export function withItem<T>(list: List<T>, item: T): List<T> {
  if (Array.isArray(list) && list.length < MOST_PLAIN) return [...(list as readonly T[]), item];
  return treeOf(list).with(item);
}

/** The list with another item at this place. */
export function withItemAt<T>(list: List<T>, index: number, item: T): List<T> {
  return Array.isArray(list) ? (list as readonly T[]).with(index, item) : treeOf(list).withAt(index, item);
}

/** The list without the item at this place. */
export function withoutItemAt<T>(list: List<T>, index: number): List<T> {
  return Array.isArray(list) ? (list as readonly T[]).toSpliced(index, 1) : treeOf(list).withoutAt(index);
}

/** A tree of nodes with up to 32 parts each, which knows how many items lie under it. */
type Node<T> =
  | { readonly size: number; readonly parts: readonly Node<T>[]; readonly items?: undefined }
  | { readonly size: number; readonly items: readonly T[] };

class Tree<T> implements List<T> {
  readonly #root: Node<T>;

  constructor(root: Node<T>) {
    this.#root = root;
  }

  get length(): number {
    return this.#root.size;
  }

  with(item: T): Tree<T> {
    const [one, other] = appended(this.#root, item);
    return new Tree(other ? branch([one, other]) : one);
  }

  withAt(index: number, item: T): Tree<T> {
    return new Tree(replaced(this.#root, index, item));
  }

  withoutAt(index: number): Tree<T> {
    const root = removed(this.#root, index);
    return new Tree(root.items === undefined && root.parts.length === 1 ? (root.parts[0] as Node<T>) : root);
  }

  at(index: number): T | undefined {
    let place = index < 0 ? this.length + index : index;
    if (place < 0 || place >= this.length) return undefined;
    let node = this.#root;
    while (node.items === undefined) {
      let part = 0;
      while (place >= (node.parts[part] as Node<T>).size) place -= (node.parts[part++] as Node<T>).size;
      node = node.parts[part] as Node<T>;
    }
    return node.items[place];
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const leaf of leavesOf(this.#root)) yield* leaf;
  }

  *entries(): IterableIterator<[number, T]> {
    let index = 0;
    for (const item of this) yield [index++, item];
  }

  map<U>(make: (item: T, index: number) => U): U[] {
    return [...this].map((item, index) => make(item, index));
  }

  flatMap<U>(make: (item: T, index: number) => U | readonly U[]): U[] {
    return [...this].flatMap((item, index) => make(item, index));
  }

  filter(test: (item: T, index: number) => boolean): T[] {
    return [...this].filter((item, index) => test(item, index));
  }

  find(test: (item: T, index: number) => boolean): T | undefined {
    return this.at(indexOr(this.findIndex(test), this.length));
  }

  findLast(test: (item: T, index: number) => boolean): T | undefined {
    return this.at(indexOr(this.findLastIndex(test), this.length));
  }

  findIndex(test: (item: T, index: number) => boolean): number {
    let index = 0;
    for (const leaf of leavesOf(this.#root)) for (const item of leaf) if (test(item, index++)) return index - 1;
    return -1;
  }

  findLastIndex(test: (item: T, index: number) => boolean): number {
    let index = this.length;
    for (const leaf of leavesBackwards(this.#root))
      for (let at = leaf.length - 1; at >= 0; at--) if (test(leaf[at] as T, --index)) return index;
    return -1;
  }

  some(test: (item: T, index: number) => boolean): boolean {
    return this.findIndex(test) >= 0;
  }

  every(test: (item: T, index: number) => boolean): boolean {
    return !this.some((item, index) => !test(item, index));
  }

  slice(from = 0, to = this.length): T[] {
    const first = from < 0 ? Math.max(0, this.length + from) : from;
    const end = to < 0 ? this.length + to : Math.min(to, this.length);
    const items: T[] = [];
    for (let index = first; index < end; index++) items.push(this.at(index) as T);
    return items;
  }
}

function treeOf<T>(list: List<T>): Tree<T> {
  if (list instanceof Tree) return list as Tree<T>;
  let tree = new Tree<T>({ size: 0, items: [] });
  for (const item of list) tree = tree.with(item);
  return tree;
}

function indexOr(index: number, other: number): number {
  return index < 0 ? other : index;
}

function leaf<T>(items: readonly T[]): Node<T> {
  return { size: items.length, items };
}

function branch<T>(parts: readonly Node<T>[]): Node<T> {
  return { size: parts.reduce((sum, { size }) => sum + size, 0), parts };
}

/** The node with one more item; a second node beside it when it was full. */
function appended<T>(node: Node<T>, item: T): readonly [Node<T>, Node<T>?] {
  if (node.items !== undefined) return node.items.length < WIDTH ? [leaf([...node.items, item])] : [node, leaf([item])];
  const [one, other] = appended(node.parts.at(-1) as Node<T>, item);
  const before = node.parts.slice(0, -1);
  if (!other) return [{ size: node.size + 1, parts: [...before, one] }];
  if (node.parts.length < WIDTH) return [{ size: node.size + 1, parts: [...before, one, other] }];
  // The new branch is as high as this one, with a single part on each level.
  return [node, branch([other])];
}

function replaced<T>(node: Node<T>, index: number, item: T): Node<T> {
  if (node.items !== undefined) return leaf(node.items.with(index, item));
  const [part, rest] = partAt(node.parts, index);
  const parts = node.parts.with(part, replaced(node.parts[part] as Node<T>, rest, item));
  return { size: node.size, parts };
}

function removed<T>(node: Node<T>, index: number): Node<T> {
  if (node.items !== undefined) return leaf(node.items.toSpliced(index, 1));
  const [part, rest] = partAt(node.parts, index);
  const left = removed(node.parts[part] as Node<T>, rest);
  const isOnlyOne = node.parts.length === 1;
  return {
    size: node.size - 1,
    parts: left.size === 0 && !isOnlyOne ? node.parts.toSpliced(part, 1) : node.parts.with(part, left),
  };
}

/** The part in which an item lies, and its place there. */
function partAt<T>(parts: readonly Node<T>[], index: number): readonly [number, number] {
  let rest = index;
  let part = 0;
  while (rest >= (parts[part] as Node<T>).size) rest -= (parts[part++] as Node<T>).size;
  return [part, rest];
}

function* leavesOf<T>(node: Node<T>): Generator<readonly T[]> {
  if (node.items !== undefined) yield node.items;
  else for (const part of node.parts) yield* leavesOf(part);
}

function* leavesBackwards<T>(node: Node<T>): Generator<readonly T[]> {
  if (node.items !== undefined) yield node.items;
  else for (const part of node.parts.toReversed()) yield* leavesBackwards(part);
}

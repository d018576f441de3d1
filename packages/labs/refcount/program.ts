// In this lab real CPython runs the Python text. JavaScript counts no references: V8 always traces, so this is the same
// program, line by line, without the counts.

class Node {
  other: Node | WeakRef<Node> | undefined;
}

export function counting(weak: boolean, old: boolean, collect: (generation: number) => void): void {
  let a: Node | undefined = new Node(); // [1]
  // Never read: that it refers is all it is for.
  // oxlint-disable-next-line no-unused-vars
  let b: Node | undefined = a; // [2]
  const shelf: Node[] = [a]; // [3]
  b = undefined; // [4]
  shelf.length = 0; // [5]
  a = undefined; // [6]
  let left: Node | undefined = new Node(); // [7]
  let right: Node | undefined = new Node(); // [8]
  left.other = right; // [9]
  right.other = weak ? new WeakRef(left) : left; // [10]
  if (old) {
    collect(0); // [11]
  }
  left = undefined; // [12]
  right = undefined; // [13]
}

export function allocating(boxes: number, collector: boolean, disable: () => void): void {
  if (!collector) {
    disable(); // [14]
  }
  for (let i = 0; i < boxes; i++) {
    const box: unknown[] = []; // [15]
    box.push(box); // [16]
  }
}

// [1] A new object; the name a is its first reference.
// [4] A name is gone, the object is not: two others still refer to it.
// [6] The last reference is gone: in CPython the object is freed here, by this very line, in this thread.
// [10] Now each holds the other: a cycle. A weak reference does not count.
// [13] No name leads to the two any more, and yet each count is 1.
// [15] Allocating may make the collector run, here, in this thread. It frees what the other thread left behind.

// Whole numbers of 32 bits in blocks, each told as its distance from the first of its block: two bytes where that is
// enough for all of the block, four where not.

const BLOCK = 4096;
const FIRST_ROOM = 32;

interface Block {
  readonly base: number;
  distances: Int16Array | Int32Array;
}

export class NumberColumn {
  #length = 0;
  readonly #blocks: Block[] = [];

  push(value: number): void {
    const place = this.#length++;
    const row = place % BLOCK;
    let block = this.#blocks[Math.floor(place / BLOCK)];
    if (!block) {
      // A trace of a few dozen events takes no more than they need.
      block = { base: value, distances: new Int16Array(place === 0 ? FIRST_ROOM : BLOCK) };
      this.#blocks.push(block);
    }
    const distance = (value - block.base) | 0;
    const isNarrow = block.distances instanceof Int16Array && (distance << 16) >> 16 === distance;
    if (row === block.distances.length || (block.distances instanceof Int16Array && !isNarrow)) {
      const room = Math.max(block.distances.length, Math.min(BLOCK, row * 2));
      const wider = isNarrow ? new Int16Array(room) : new Int32Array(room);
      wider.set(block.distances);
      block.distances = wider;
    }
    block.distances[row] = distance;
  }

  at(place: number): number {
    const { base, distances } = this.#blocks[Math.floor(place / BLOCK)] as Block;
    return (base + (distances[place % BLOCK] as number)) | 0;
  }
}

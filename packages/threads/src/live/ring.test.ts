import { describe, expect, it } from 'vitest';
import { createRing, inOrder, RingReader, RingWriter } from './ring.ts';

const counter = () => new Int32Array(new SharedArrayBuffer(4));

describe('the ring', () => {
  it('gives back what was written, across its end', () => {
    const buffer = createRing(4);
    const numbers = counter();
    const [writer, reader] = [new RingWriter(buffer, numbers, 0), new RingReader(buffer)];
    for (let round = 0; round < 10; round++) {
      writer.write(0x101, -1, round - 5, round, 77, 3);
      expect(reader.peek()).toBe(round);
      expect(reader.take()).toMatchObject({
        number: round,
        what: 0x101,
        object: -1,
        argument: round - 5,
        answer: round,
        line: 77,
        name: 3,
      });
      expect(reader.peek()).toBeUndefined();
    }
  });

  it('counts the records that find no room, and numbers only those that do', () => {
    const buffer = createRing(4);
    const [writer, reader] = [new RingWriter(buffer, counter(), 0), new RingReader(buffer)];
    for (let index = 0; index < 7; index++) writer.write(0, 0, index, 0, 0, 0);
    expect(reader.dropped).toBe(3);
    expect([...inOrder([reader], 0)].map(({ record }) => record.argument)).toEqual([0, 1, 2, 3]);
    writer.write(0, 0, 7, 0, 0, 0);
    expect([...inOrder([reader], 4)].map(({ record }) => [record.number, record.argument])).toEqual([[4, 7]]);
  });

  it('merges rings by number, and waits for the number that is missing', () => {
    const numbers = counter();
    const buffers = [createRing(4), createRing(4)];
    const [one, two] = buffers.map((buffer) => new RingWriter(buffer, numbers, 0)) as [RingWriter, RingWriter];
    const readers = buffers.map((buffer) => new RingReader(buffer));
    one.write(0, 0, 0, 0, 0, 0);
    Atomics.add(numbers, 0, 1); // drawn, not yet written
    two.write(0, 0, 0, 0, 0, 0);
    expect([...inOrder(readers, 0)].map(({ ring, record }) => [ring, record.number])).toEqual([[0, 0]]);
    expect(readers[1]?.peek()).toBe(2);
  });
});

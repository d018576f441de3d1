import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrivedInOrder,
  type ByteStream,
  byteStreams,
  createTrace,
  type Fact,
  foldOf,
  oppositeStream,
  stateAt,
  streamEnd,
  streamWrittenBy,
} from './index.ts';
import { header } from './testing/arbitrary-trace.ts';
import { toldStream } from './testing/told-stream.ts';

const hosts = [
  { id: 'client', role: 'program', colour: 1, host: 'client', address: '10.0.0.1' },
  { id: 'server', role: 'program', colour: 2, host: 'server', address: '10.0.0.2' },
] as const;

function traceOfHosts(facts: readonly Fact[]) {
  const trace = createTrace({ ...header, actors: hosts });
  for (const fact of facts) trace.append(fact);
  return trace;
}

function stateOf(facts: readonly Fact[]) {
  const trace = traceOfHosts(facts);
  return stateAt(byteStreams, trace, trace.length);
}

function forth(facts: readonly Fact[]): ByteStream {
  return streamWrittenBy(stateOf(facts), 'client:40022→10.0.0.2:9000') as ByteStream;
}

function back(facts: readonly Fact[]): ByteStream {
  return streamWrittenBy(stateOf(facts), 'server:9000→10.0.0.1:40022') as ByteStream;
}

describe('a byte stream', () => {
  test('joins what three calls wrote, is cut otherwise by segments, and otherwise again by a read', () => {
    const told = toldStream(100);
    told.connects();
    for (let write = 0; write < 3; write++) told.writes('client', 20);
    told.arrives(told.sends('client', 'PSH,ACK', 0, 20));
    told.arrives(told.sends('client', 'PSH,ACK', 20, 40));
    told.reads('server', 1024, 60);
    const stream = forth(told.facts);
    expect(stream).toMatchObject({ from: 'client', to: 'server', handed: 60, sent: 60, acknowledged: 0, read: 60 });
    expect(stream.writes.map(({ offset, length }) => [offset, length])).toEqual([
      [0, 20],
      [20, 20],
      [40, 20],
    ]);
    expect(stream.segments.map(({ offset, length }) => [offset, length])).toEqual([
      [0, 20],
      [20, 40],
    ]);
    expect(stream.reads).toMatchObject([{ offset: 0, length: 60, asked: 1024 }]);
    expect(stream.id).toBe('10.0.0.1:40022→10.0.0.2:9000');
  });

  test('is as long as the kernel took, not as the program offered', () => {
    const told = toldStream(100);
    told.writes('client', 50, 30);
    told.writes('client', 20);
    const stream = forth(told.facts);
    expect(stream.writes.map(({ offset, length, offered }) => [offset, length, offered])).toEqual([
      [0, 30, 50],
      [30, 20, 20],
    ]);
    expect(stream.handed).toBe(50);
    expect(streamEnd(stream)).toBe(50);
  });

  test('shows what a call that still lasts offers, and of one that failed what was sent', () => {
    const told = toldStream(100);
    told.connects();
    told.entered('client', 'sendall', 50);
    told.sends('client', 'ACK', 0, 30);
    expect(forth(told.facts)).toMatchObject({ handed: 30, sent: 30, writes: [{ length: 50 }] });
    expect(streamEnd(forth(told.facts))).toBe(50);
    told.returned('client', 'sendall', undefined, 'BrokenPipeError');
    expect(forth(told.facts)).toMatchObject({ handed: 30, writes: [{ length: 30, offered: 50 }] });
  });

  test('counts a repeated segment once', () => {
    const told = toldStream(100);
    told.connects();
    told.writes('client', 40);
    told.isLost(told.sends('client', 'ACK', 0, 20));
    told.sends('client', 'ACK', 20, 20);
    expect(forth(told.facts).sent).toBe(40);
    told.arrives(told.sends('client', 'ACK', 0, 20));
    const stream = forth(told.facts);
    expect(stream).toMatchObject({ sent: 40, arrived: [{ from: 0, to: 20 }] });
    expect(stream.segments.map(({ isAgain }) => isAgain)).toEqual([false, false, true]);
    expect(stream.segments.at(0)).toMatchObject({ reason: 'a rule' });
  });

  test('has a hole where a later segment was faster, and the read that follows fills none', () => {
    const told = toldStream(100);
    told.connects();
    told.writes('client', 60);
    const first = told.sends('client', 'ACK', 0, 20);
    const second = told.sends('client', 'ACK', 20, 20);
    const third = told.sends('client', 'ACK', 40, 20);
    told.isHeld(second);
    told.arrives(first);
    told.arrives(third);
    told.reads('server', 1024, 20);
    const stream = forth(told.facts);
    expect(stream.arrived).toEqual([
      { from: 0, to: 20 },
      { from: 40, to: 60 },
    ]);
    expect(arrivedInOrder(stream)).toBe(20);
    expect(stream.segments.at(1)?.heldSeq).toBeDefined();
    told.arrives(second);
    expect(forth(told.facts).arrived).toEqual([{ from: 0, to: 60 }]);
  });

  test('is acknowledged once the answer has arrived, and never beyond its last byte', () => {
    const told = toldStream(100);
    told.connects();
    told.writes('client', 20);
    told.arrives(told.sends('client', 'FIN,PSH,ACK', 0, 20));
    const answer = told.sends('server', 'ACK', 0, 0, 21);
    expect(forth(told.facts)).toMatchObject({ acknowledged: 0, sent: 20 });
    told.arrives(answer);
    expect(forth(told.facts)).toMatchObject({ acknowledged: 20, sent: 20 });
    expect(forth(told.facts).finSeq).toBeDefined();
  });

  test('goes on where sequence numbers begin again at 0', () => {
    const told = toldStream(0xffff_fff0);
    told.connects();
    told.writes('client', 40);
    told.arrives(told.sends('client', 'ACK', 0, 20));
    told.arrives(told.sends('client', 'ACK', 20, 20));
    told.arrives(told.sends('server', 'ACK', 0, 0, 30));
    expect(forth(told.facts)).toMatchObject({ sent: 40, acknowledged: 30, arrived: [{ from: 0, to: 40 }] });
  });

  test('goes both ways, apart', () => {
    const told = toldStream(100);
    told.connects();
    told.writes('client', 5);
    told.arrives(told.sends('client', 'ACK', 0, 5));
    told.reads('server', 1024, 5);
    told.writes('server', 7);
    told.arrives(told.sends('server', 'ACK', 0, 7, 5));
    const answer = back(told.facts);
    expect(answer).toMatchObject({ from: 'server', to: 'client', handed: 7, arrived: [{ from: 0, to: 7 }], read: 0 });
    expect(oppositeStream(stateOf(told.facts), answer)).toMatchObject({ acknowledged: 5, read: 5 });
  });

  test('knows who waits for bytes, and that there will be no more', () => {
    const told = toldStream(100);
    told.entered('server', 'recv', 16);
    expect(forth(told.facts).reader).toMatchObject({ actor: 'server', asked: 16, seq: 0 });
    told.returned('server', 'recv', 0);
    expect(forth(told.facts)).toMatchObject({ endReadSeq: 1, reads: [] });
    expect(forth(told.facts).reader).toBeUndefined();
  });

  test('keeps what was decoded and what was refused', () => {
    const told = toldStream(100);
    told.writes('client', 30);
    told.reads('server', 1024, 30);
    told.decodes('server', 1, 0, 12);
    told.refuses('server', 12);
    expect(forth(told.facts)).toMatchObject({
      messages: [{ number: 1, offset: 0, length: 12 }],
      refused: { offset: 12, reason: 'a length below 0' },
    });
  });

  test('is told by the counts of the kernels where no segment was seen', () => {
    const told = toldStream(100);
    told.writes('client', 30);
    told.counts('client', 10, 0);
    told.counts('server', 0, 20);
    expect(forth(told.facts)).toMatchObject({
      acknowledged: 20,
      arrived: [{ from: 0, to: 20 }],
      sendCount: { bytes: 10, seq: 2 },
      receiveCount: { bytes: 20, seq: 3 },
    });
  });

  test('learns from the kernel how much of a call that lasts was taken, and no more than was offered', () => {
    const told = toldStream(100);
    told.connects();
    told.entered('client', 'sendall', 50);
    told.sends('client', 'ACK', 0, 20);
    told.counts('client', 35, 0);
    expect(forth(told.facts)).toMatchObject({ handed: 35, sent: 20 });
    told.counts('client', 99, 0);
    expect(forth(told.facts).handed).toBe(50);
  });

  test('keeps the counts of the kernels apart from what segments tell', () => {
    const told = toldStream(100);
    told.connects();
    told.writes('client', 30);
    told.sends('client', 'ACK', 0, 30);
    told.counts('client', 12, 0);
    expect(forth(told.facts)).toMatchObject({ acknowledged: 0, sendCount: { bytes: 12 } });
  });
});

describe('conservation of bytes', () => {
  /** What may happen next; the number chooses among what is possible. */
  const deed = fc.record({
    what: fc.constantFrom('write', 'send', 'again', 'arrive', 'lose', 'acknowledge', 'read'),
    pick: fc.nat(1000),
  });

  function play(deeds: readonly { what: string; pick: number }[], isn: number): readonly Fact[] {
    const told = toldStream(isn);
    told.connects();
    let written = 0;
    let sent = 0;
    let read = 0;
    const underWay: { frame: number; from: number; to: number }[] = [];
    const cuts: { from: number; to: number }[] = [];
    const has = new Set<number>();
    const ready = () => {
      let to = 0;
      while (has.has(to)) to++;
      return to;
    };
    const put = (cut: { from: number; to: number }) =>
      underWay.push({ ...cut, frame: told.sends('client', 'ACK', cut.from, cut.to - cut.from) });
    for (const { what, pick } of deeds) {
      if (what === 'write') {
        told.writes('client', 1 + (pick % 30));
        written += 1 + (pick % 30);
      } else if (what === 'send' && sent < written) {
        const to = Math.min(written, sent + 1 + (pick % 20));
        cuts.push({ from: sent, to });
        put({ from: sent, to });
        sent = to;
      } else if (what === 'again' && cuts.length > 0) put(cuts[pick % cuts.length] as (typeof cuts)[number]);
      else if (what === 'arrive' && underWay.length > 0) {
        const [one] = underWay.splice(pick % underWay.length, 1);
        if (!one) continue;
        told.arrives(one.frame);
        for (let at = one.from; at < one.to; at++) has.add(at);
      } else if (what === 'lose' && underWay.length > 0) {
        const [one] = underWay.splice(pick % underWay.length, 1);
        if (one) told.isLost(one.frame);
      } else if (what === 'acknowledge') told.arrives(told.sends('server', 'ACK', 0, 0, ready()));
      else if (what === 'read' && read < ready()) {
        const asked = 1 + (pick % 40);
        const given = Math.min(asked, ready() - read);
        told.reads('server', asked, given);
        read += given;
      }
    }
    return told.facts;
  }

  const runs = fc.tuple(fc.array(deed, { maxLength: 120 }), fc.integer({ min: 0, max: 0xffff_ffff }));

  test('no byte is read before it arrived, acknowledged before it arrived, sent before it was written', () => {
    fc.assert(
      fc.property(runs, ([deeds, isn]) => {
        const facts = play(deeds, isn);
        const trace = traceOfHosts(facts);
        const fold = foldOf(byteStreams, trace);
        for (let cursor = 0; cursor <= trace.length; cursor++) {
          const stream = streamWrittenBy(fold.at(cursor), 'client:40022→10.0.0.2:9000');
          if (!stream) continue;
          const inOrder = arrivedInOrder(stream);
          expect(stream.read).toBeLessThanOrEqual(inOrder);
          expect(stream.acknowledged).toBeLessThanOrEqual(inOrder);
          expect(stream.arrived.at(-1)?.to ?? 0).toBeLessThanOrEqual(stream.sent);
          expect(stream.sent).toBeLessThanOrEqual(stream.handed);
          expect(stream.handed).toBeLessThanOrEqual(streamEnd(stream));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('writes, reads and first sendings each tile the stream, whatever was lost, repeated or overtaken', () => {
    fc.assert(
      fc.property(runs, ([deeds, isn]) => {
        const stream = forth(play(deeds, isn));
        for (const parts of [stream.writes, stream.segments.filter(({ isAgain }) => !isAgain), stream.reads]) {
          let end = 0;
          for (const { offset, length } of parts) {
            expect(offset).toBe(end);
            end += length;
          }
        }
        expect([...stream.reads].reduce((sum, { length }) => sum + length, 0)).toBe(stream.read);
        const brought = new Set<number>();
        for (const { offset, length, deliveredSeq } of stream.segments)
          if (deliveredSeq !== undefined) for (let at = offset; at < offset + length; at++) brought.add(at);
        expect(stream.arrived.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(brought.size);
      }),
      { numRuns: 100 },
    );
  });
});

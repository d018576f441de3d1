// Rules of the cable against real kernels: what they do about a frame that is lost, late, doubled or out of order.
import type { EventOf, Trace } from '@lockstep/trace';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runConversation } from '../fixtures/run-conversation.ts';
import { lanesHere } from '../testing/lanes-here.ts';
import { all, type Segment } from '../testing/story.ts';

const lanes = await lanesHere();
afterEach(() => vi.unstubAllEnvs());

/** Three segments: two full ones and a rest. */
const message = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
const long = { server: 'reader', knobs: { message } } as const;

function dataOf(trace: Trace): Segment[] {
  return all(trace, 'tcp.segment-sent').filter(({ length }) => length > 0);
}

/** All that the server's program was given, as Python prints it. */
function read(trace: Trace): string {
  return all(trace, 'call.returned')
    .filter(({ actor, call }) => actor === 'server' && call === 'recv')
    .map(({ result }) => result.slice(2, -1))
    .join('');
}

/** Sequence numbers of data in the order of arrival, counted from the stream's first byte. */
function arrivals(trace: Trace): number[] {
  const data = dataOf(trace);
  return all(trace, 'tcp.segment-delivered').flatMap(({ frame }) => {
    const segment = data.find((one) => one.frame === frame);
    return segment ? [segment.sequence - (data[0] as Segment).sequence] : [];
  });
}

const reasons = (events: readonly EventOf<'tcp.segment-dropped'>[]) => events.map(({ reason }) => reason);

describe.runIf(lanes.includes('A'))('rules of the cable', () => {
  it('lose the first SYN: the kernel sends it again, and the connection is made', async () => {
    const { trace, fault } = await runConversation({ knobs: { rules: 'drop client SYN 1' } });
    expect(fault).toBeUndefined();
    const syns = all(trace, 'tcp.segment-sent').filter(({ flags }) => flags === 'SYN');
    expect(syns.length).toBe(2);
    expect(syns[1]?.sequence).toBe(syns[0]?.sequence);
    expect(all(trace, 'tcp.segment-dropped')).toMatchObject([
      { frame: syns[0]?.frame, actor: 'cable', reason: 'drop client SYN 1', cause: syns[0]?.seq },
    ]);
    expect(read(trace)).toBe('hello, world');
  });

  it('lose a data segment: it is sent again with its sequence number, and the program misses nothing', async () => {
    const { trace, fault } = await runConversation({ ...long, rules: 'drop client data 2' });
    expect(fault).toBeUndefined();
    const [, second] = dataOf(trace);
    expect(dataOf(trace).filter(({ sequence }) => sequence === second?.sequence).length).toBe(2);
    expect(read(trace)).toBe(message);
  });

  it('double a data segment: it arrives twice and is read once', async () => {
    const { trace, fault } = await runConversation({ ...long, rules: 'duplicate client data 2' });
    expect(fault).toBeUndefined();
    const [doubled] = all(trace, 'frame.duplicated');
    const twice = all(trace, 'tcp.segment-delivered').filter(({ frame }) => frame === doubled?.frame);
    expect(twice.map(({ cause }) => cause)).toEqual([doubled?.seq, doubled?.seq]);
    expect(read(trace)).toBe(message);
  });

  it('let two data segments change places: the program still reads them in order', async () => {
    const { trace, fault } = await runConversation({ ...long, rules: 'hold client data 1 until client data 2' });
    expect(fault).toBeUndefined();
    const [held] = all(trace, 'frame.held');
    expect(held).toMatchObject({ actor: 'cable', reason: 'hold client data 1 until client data 2' });
    expect(arrivals(trace).slice(0, 2)).toEqual([1448, 0]);
    expect(read(trace)).toBe(message);
  });

  it('delay frames, and the run waits for those that are still on their way', async () => {
    const { trace, fault } = await runConversation({ rules: 'delay client ACK 40 ms; delay FIN 40 ms' });
    expect(fault).toBeUndefined();
    const delayed = all(trace, 'frame.delayed').map(({ frame }) => frame);
    expect(delayed.length).toBeGreaterThan(2);
    const arrived = new Set(all(trace, 'tcp.segment-delivered').map(({ frame }) => frame));
    expect(delayed.filter((frame) => !arrived.has(frame))).toEqual([]);
    expect(trace.kindAt(trace.length - 1)).toBe('run.ended');
  });

  it('let go what they hold when the programs have ended', async () => {
    const { trace, fault } = await runConversation({
      rules: 'hold server FIN 1 until client 99',
    });
    expect(fault).toBeUndefined();
    const [held] = all(trace, 'frame.held');
    const arrived = all(trace, 'tcp.segment-delivered').find(({ frame }) => frame === held?.frame);
    expect(arrived?.seq).toBeGreaterThan(all(trace, 'process.exited').at(-1)?.seq as number);
  });

  it('lose the same frames with the same seed', async () => {
    const lost = async (seed: number) => {
      const { trace, fault } = await runConversation({ ...long, rules: 'drop client data 50%', seed });
      expect(fault).toBeUndefined();
      expect(read(trace)).toBe(message);
      const dropped = new Set(all(trace, 'tcp.segment-dropped').map(({ frame }) => frame));
      return dataOf(trace).map(({ frame }) => dropped.has(frame));
    };
    // What is sent again, and when, is the kernel's affair; the first three are the same in every run.
    const [first, again, other] = [await lost(7), await lost(7), await lost(10)];
    expect(again.slice(0, 3)).toEqual(first.slice(0, 3));
    expect(first.slice(0, 3)).toEqual([false, true, false]);
    expect(other.slice(0, 3)).toEqual([false, false, true]);
  }, 60_000);

  it('are the learner’s first, then those of the scenario', async () => {
    const { trace } = await runConversation({
      knobs: { rules: 'pass client SYN' },
      rules: 'drop client SYN 1; drop client data 1',
    });
    expect(reasons(all(trace, 'tcp.segment-dropped'))).toEqual(['drop client data 1']);
  });

  it('that cannot be understood are a fault', async () => {
    const { fault } = await runConversation({ rules: 'drop nobody' });
    expect(fault).toMatch(/“drop nobody”/);
  });
});

describe.runIf(lanes.includes('A'))('three hosts', () => {
  it('have a switch between them that floods until it has learned, and both clients are served', async () => {
    const { trace, fault } = await runConversation({ server: 'readerOfTwo', others: ['third'] });
    expect(fault).toBeUndefined();
    expect(all(trace, 'switch.flooded')[0]).toMatchObject({ frame: 1, actor: 'cable' });
    expect(new Set(all(trace, 'switch.learned').map(({ host }) => host))).toEqual(
      new Set(['client', 'server', 'third']),
    );
    const learned = all(trace, 'switch.learned').findLast(({ host }) => host === 'server')?.seq as number;
    expect(all(trace, 'switch.flooded').filter(({ seq }) => seq > learned)).toEqual([]);
    expect(read(trace)).toBe('hello, world'.repeat(2));
  });
});

describe('without our own cable', () => {
  it.runIf(lanes.includes('C'))('rules are refused', async () => {
    vi.stubEnv('LOCKSTEP_LANES', 'C');
    const { fault, trace } = await runConversation({ rules: 'drop client SYN 1' });
    expect(fault).toBe('rules of the cable need our own cable, lane A: this run is in lane C');
    expect(trace.length).toBe(0);
  });

  it.runIf(lanes.includes('C'))('frames do not wait for a hand', async () => {
    vi.stubEnv('LOCKSTEP_LANES', 'C');
    const { fault } = await runConversation({ hand: () => undefined });
    expect(fault).toBe('frames that wait for a hand need our own cable, lane A: this run is in lane C');
  });
});

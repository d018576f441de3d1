import { parseCableRules } from '@lockstep/lab';
import { encodeFrame, type TcpFlag } from '@lockstep/packet';
import type { Fact } from '@lockstep/trace';
import { expect, it } from 'vitest';
import type { RunClock } from '../native/clock.ts';
import { createCable, type Port } from './cable.ts';
import { createCauses } from './causes.ts';
import { createJudge } from './judge-by-rules.ts';
import { type Judge, passAll, type Verdict } from './verdict.ts';

const MACS = ['02:00:00:00:00:01', '02:00:00:00:00:02', '02:00:00:00:00:03'];
const NAMES = ['h1', 'h2', 'h3'];

interface Options {
  readonly judge?: Judge;
  readonly kilobitsPerSecond?: number;
  /** Which cable each host is on; default: all on one. */
  readonly cables?: readonly string[];
}

/** A cable between hosts that only note what arrives: the logic of the way, without kernels and with a clock of its own. */
function cableOf(hosts: number, { judge = passAll, kilobitsPerSecond, cables = [] }: Options = {}) {
  const facts: Fact[] = [];
  const arrived: string[] = [];
  const busy = new Set<string>();
  let nowUs = 1000;
  const clock: RunClock = { nowUs: () => nowUs, fromStampNs: () => nowUs };
  const ports = MACS.slice(0, hosts).map((mac, index): Port => {
    const host = `h${index + 1}`;
    return {
      host,
      mac,
      cable: cables[index] ?? '',
      watch: { sample: () => undefined, setBacklog: () => undefined, isQuiet: () => true },
      isBusy: () => busy.has(host),
      send: (bytes) => arrived.push(`${host} ${bytes.length}`),
    };
  });
  const ledger = {
    record: (fact: Fact) => facts.push(fact) - 1,
    lastUs: 0,
    flush: () => undefined,
    close: () => undefined,
  };
  const options = { judge, ...(kilobitsPerSecond !== undefined && { kilobitsPerSecond }) };
  const cable = createCable(ports, options, { clock, ledger, causes: createCauses() });
  return {
    cable,
    facts,
    busy,
    /** Who got a frame, in order. */
    receivers: () => arrived.map((one) => one.split(' ')[0]),
    kinds: () => facts.map(({ kind }) => kind),
    take: (from: number, to: string, frame: FrameOptions = {}): void =>
      cable.take(ports[from] as Port, frameBetween(MACS[from] as string, to, frame), nowUs, true),
    deliverAll: (): void => {
      while (cable.deliverNext());
    },
    pass: (ms: number): void => {
      nowUs += ms * 1000;
    },
    /** Frames that arrived so far, by their numbers. */
    deliveries: () => facts.flatMap((fact) => (fact.kind === 'tcp.segment-delivered' ? fact.frame : [])),
  };
}

interface FrameOptions {
  readonly flags?: readonly TcpFlag[];
  readonly payload?: number;
}

function frameBetween(source: string, destination: string, { flags = ['ACK'], payload = 0 }: FrameOptions): Uint8Array {
  return encodeFrame([
    { protocol: 'ethernet', header: { source, destination } },
    { protocol: 'ipv4', header: { source: '10.0.0.1', destination: '10.0.0.2' } },
    { protocol: 'tcp', header: { sourcePort: 1, destinationPort: 2, flags } },
    ...(payload > 0 ? [{ protocol: 'payload' as const, header: { data: new Uint8Array(payload) } }] : []),
  ]);
}

function byRules(text: string, otherwise: () => Verdict = () => ({ kind: 'pass' })): Judge {
  return createJudge(parseCableRules(text, NAMES), { seed: 1, otherwise });
}

const H1 = MACS[0] as string;
const H2 = MACS[1] as string;
const H3 = MACS[2] as string;
const data = { payload: 10 };

it('carries a frame to the host with its address only', () => {
  const { cable, take, receivers } = cableOf(2);
  take(0, H2);
  expect(cable.isIdle).toBe(false);
  expect(cable.deliverNext()).toBe(true);
  expect(receivers()).toEqual(['h2']);
  expect(cable.deliverNext()).toBe(false);
  expect(cable.isIdle).toBe(true);
});

it('carries a frame for everybody to all but its sender', () => {
  const { take, deliverAll, receivers, facts } = cableOf(3);
  take(1, 'ff:ff:ff:ff:ff:ff');
  deliverAll();
  expect(receivers()).toEqual(['h1', 'h3']);
  expect(facts).toMatchObject([
    { kind: 'tcp.segment-sent', from: 'h2', to: 'h1,h3' },
    { kind: 'switch.learned', mac: H2, host: 'h2' },
    { to: 'h1' },
    { to: 'h3' },
  ]);
});

it('has no switch between two hosts', () => {
  const { take, deliverAll, kinds } = cableOf(2);
  take(0, H2);
  deliverAll();
  expect(kinds()).toEqual(['tcp.segment-sent', 'tcp.segment-delivered']);
});

it('lets nobody hear a frame on another cable, and has no switch where two share one', () => {
  const { take, deliverAll, receivers, kinds } = cableOf(3, { cables: ['a', 'a', 'b'] });
  take(0, H2);
  take(0, 'ff:ff:ff:ff:ff:ff');
  take(2, H1);
  deliverAll();
  expect(receivers()).toEqual(['h2', 'h2']);
  expect(kinds()).not.toContain('switch.flooded');
});

it('holds a frame until the awaited one has reached its receiver, however many hear it before', () => {
  const { take, deliverAll, busy, deliveries, receivers } = cableOf(3, {
    judge: byRules('hold h1 data 1 until h1 data 2'),
  });
  busy.add('h3');
  take(0, H3, { payload: 1 });
  take(0, H3, { payload: 2 });
  deliverAll();
  expect(receivers()).toEqual(['h2']);
  busy.delete('h3');
  deliverAll();
  expect(deliveries()).toEqual([2, 2, 1, 1]);
});

it('floods among three hosts until the switch has learned, then forwards', () => {
  const { take, deliverAll, receivers, facts } = cableOf(3);
  take(0, H3);
  deliverAll();
  expect(receivers()).toEqual(['h2', 'h3']);
  expect(facts.find(({ kind }) => kind === 'switch.flooded')).toMatchObject({ frame: 1, to: 'h2,h3', cause: 0 });
  take(2, H1);
  deliverAll();
  expect(receivers()).toEqual(['h2', 'h3', 'h1']);
});

it('lets a frame vanish that a rule drops, and gives the rule for its reason', () => {
  const { take, deliverAll, receivers, facts } = cableOf(2, { judge: byRules('drop h1 ACK 1') });
  take(0, H2);
  deliverAll();
  expect(receivers()).toEqual([]);
  expect(facts.at(-1)).toMatchObject({
    kind: 'tcp.segment-dropped',
    actor: 'cable',
    frame: 1,
    reason: 'drop h1 ACK 1',
    cause: 0,
  });
});

it('lets a doubled frame arrive twice, both times because it was doubled', () => {
  const { take, deliverAll, receivers, facts } = cableOf(2, { judge: byRules('duplicate h1') });
  take(0, H2);
  deliverAll();
  expect(receivers()).toEqual(['h2', 'h2']);
  expect(facts).toMatchObject([
    { kind: 'tcp.segment-sent' },
    { kind: 'frame.duplicated', cause: 0, reason: 'duplicate h1' },
    { kind: 'tcp.segment-delivered', cause: 1 },
    { kind: 'tcp.segment-delivered', cause: 1 },
  ]);
});

it('lets a delayed frame arrive so much later, and others before it', () => {
  const { cable, take, deliverAll, pass, deliveries, kinds } = cableOf(2, { judge: byRules('delay h1 data 1 40 ms') });
  take(0, H2, data);
  take(0, H2, data);
  deliverAll();
  expect(deliveries()).toEqual([2]);
  expect(kinds()).toContain('frame.delayed');
  expect(cable.isIdle).toBe(false);
  expect(cable.nextUs).toBe(41_000);
  pass(39);
  deliverAll();
  expect(deliveries()).toEqual([2]);
  pass(1);
  deliverAll();
  expect(deliveries()).toEqual([2, 1]);
  expect(cable.isIdle).toBe(true);
});

it('releases what a rule holds right after the awaited frame, before any other', () => {
  const { cable, take, deliveries, facts } = cableOf(2, { judge: byRules('hold h1 data 1 until h1 data 2') });
  take(0, H2, data);
  expect(cable.deliverNext()).toBe(false);
  expect(facts.at(-1)).toMatchObject({ kind: 'frame.held', reason: 'hold h1 data 1 until h1 data 2', cause: 0 });
  take(0, H2, data);
  take(0, H2, data);
  cable.deliverNext();
  cable.deliverNext();
  cable.deliverNext();
  expect(deliveries()).toEqual([2, 1, 3]);
  expect(cable.isIdle).toBe(true);
});

it('holds nothing for a frame that has arrived already', () => {
  const { take, deliverAll, deliveries } = cableOf(2, { judge: byRules('hold h1 2 until h1 1') });
  take(0, H2);
  deliverAll();
  take(0, H2);
  deliverAll();
  expect(deliveries()).toEqual([1, 2]);
});

it('lets go what a rule holds for a frame that never comes', () => {
  const { cable, take, deliverAll, deliveries } = cableOf(2, { judge: byRules('hold h1 until h2 9') });
  take(0, H2);
  deliverAll();
  expect(deliveries()).toEqual([]);
  cable.letGo();
  deliverAll();
  expect(deliveries()).toEqual([1]);
});

it('takes as long for a frame as its bits need at the link’s rate, each way by itself', () => {
  const { cable, take, deliverAll, deliveries, pass } = cableOf(2, { kilobitsPerSecond: 512 });
  take(0, H2, { payload: 10 }); // 64 bytes, 512 bits: 1 ms
  take(0, H2, { payload: 10 });
  take(1, H1, { payload: 10 });
  deliverAll();
  expect(deliveries()).toEqual([]);
  expect(cable.nextUs).toBe(2000);
  pass(1);
  deliverAll();
  expect(deliveries()).toEqual([1, 3]);
  pass(1);
  deliverAll();
  expect(deliveries()).toEqual([1, 3, 2]);
});

it('keeps what is in hand until something is done with it, in any order', () => {
  let isHolding = true;
  const hold = (): Verdict => ({ kind: 'hold', by: 'hand', isOver: () => !isHolding, reason: 'by hand' });
  const { cable, take, deliverAll, deliveries, kinds } = cableOf(2, { judge: byRules('pass h2', hold) });
  for (let frame = 1; frame <= 4; frame++) take(0, H2);
  take(1, H1);
  deliverAll();
  expect(deliveries(), 'only what a rule is about').toEqual([5]);
  expect(cable.inHand.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(cable.deal(3, { kind: 'pass' })).toBe(true);
  expect(cable.deal(1, { kind: 'drop', reason: 'by hand' })).toBe(true);
  expect(cable.deal(1, { kind: 'pass' }), 'it is gone').toBe(false);
  deliverAll();
  expect(deliveries()).toEqual([5, 3]);
  expect(kinds().at(-2)).toBe('tcp.segment-dropped');
  cable.letGo();
  deliverAll();
  expect(deliveries(), 'no rule holds them').toEqual([5, 3]);
  isHolding = false;
  deliverAll();
  expect(deliveries()).toEqual([5, 3, 2, 4]);
});

it('keeps frames back from a busy host, and in their order', () => {
  const { cable, take, receivers, busy } = cableOf(2);
  busy.add('h2');
  take(0, H2);
  take(1, H1);
  expect(cable.deliverNext()).toBe(true);
  expect(receivers()).toEqual(['h1']);
  expect(cable.deliverNext()).toBe(false);
  busy.clear();
  expect(cable.deliverNext()).toBe(true);
  expect(receivers()).toEqual(['h1', 'h2']);
});

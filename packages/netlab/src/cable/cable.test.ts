import { encodeFrame } from '@lockstep/packet';
import type { Fact } from '@lockstep/trace';
import { expect, it } from 'vitest';
import { createRunClock } from '../native/clock.ts';
import { createCable, type Port } from './cable.ts';
import { createCauses } from './causes.ts';
import { type Decide, passAll } from './verdict.ts';

const MACS = ['02:00:00:00:00:01', '02:00:00:00:00:02', '02:00:00:00:00:03'];

/** A cable between hosts that only note what arrives: the logic of the way, without kernels. */
function cableOf(hosts: number, decide: Decide = passAll) {
  const facts: Fact[] = [];
  const arrived: string[] = [];
  const busy = new Set<string>();
  const ports = MACS.slice(0, hosts).map((mac, index): Port => {
    const host = `h${index + 1}`;
    return {
      host,
      mac,
      watch: { sample: () => undefined, setBacklog: () => undefined, isQuiet: () => true },
      isBusy: () => busy.has(host),
      send: () => arrived.push(host),
    };
  });
  const ledger = {
    record: (fact: Fact) => facts.push(fact) - 1,
    lastUs: 0,
    flush: () => undefined,
    close: () => undefined,
  };
  const cable = createCable(ports, decide, { clock: createRunClock(0n), ledger, causes: createCauses() });
  const take = (from: number, to: string): void => cable.take(ports[from] as Port, frameTo(to), 1, true);
  return { cable, take, facts, arrived, busy };
}

function frameTo(destination: string): Uint8Array {
  return encodeFrame([
    { protocol: 'ethernet', header: { source: MACS[0] as string, destination } },
    { protocol: 'ipv4', header: { source: '10.0.0.1', destination: '10.0.0.2' } },
    { protocol: 'tcp', header: { sourcePort: 1, destinationPort: 2, flags: ['SYN'] } },
  ]);
}

it('carries a frame to the host with its address only', () => {
  const { cable, take, arrived } = cableOf(3);
  take(0, MACS[2] as string);
  expect(cable.deliverNext()).toBe(true);
  expect(arrived).toEqual(['h3']);
  expect(cable.deliverNext()).toBe(false);
});

it('carries a frame for everybody to all but its sender', () => {
  const { cable, take, arrived, facts } = cableOf(3);
  take(1, 'ff:ff:ff:ff:ff:ff');
  cable.deliverNext();
  expect(arrived).toEqual(['h1', 'h3']);
  expect(facts).toMatchObject([{ kind: 'tcp.segment-sent', from: 'h2', to: 'h1,h3' }, { to: 'h1' }, { to: 'h3' }]);
});

it('lets a frame vanish that was decided to drop, and says why', () => {
  const { cable, take, arrived, facts } = cableOf(2, () => ({ kind: 'drop', reason: 'rule 1' }));
  take(0, MACS[1] as string);
  cable.deliverNext();
  expect(arrived).toEqual([]);
  expect(facts.at(-1)).toMatchObject({
    kind: 'tcp.segment-dropped',
    actor: 'cable',
    frame: 1,
    reason: 'rule 1',
    cause: 0,
  });
});

it('keeps frames back from a busy host, and in their order', () => {
  const { cable, take, arrived, busy } = cableOf(2);
  busy.add('h2');
  take(0, MACS[1] as string);
  take(1, MACS[0] as string);
  expect(cable.deliverNext()).toBe(true);
  expect(arrived).toEqual(['h1']);
  expect(cable.deliverNext()).toBe(false);
  busy.clear();
  expect(cable.deliverNext()).toBe(true);
  expect(arrived).toEqual(['h1', 'h2']);
});

import { decodeFrame, hexToBytes, tcpOf } from '@lockstep/packet';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runConversation } from '../fixtures/run-conversation.ts';
import { lanesHere } from '../testing/lanes-here.ts';
import { all, returnOf, statesOf } from '../testing/story.ts';

const lanes = await lanesHere();
afterEach(() => vi.unstubAllEnvs());

describe.runIf(lanes.includes('B'))('lane B', () => {
  it('shows every segment of the conversation once, in order, as seen on loopback', async () => {
    vi.stubEnv('LOCKSTEP_LANES', 'B');
    const { trace, fault, reality } = await runConversation();
    expect(fault).toBeUndefined();
    expect(reality).toMatchObject({ lane: 'B', why: 'lane A is not among LOCKSTEP_LANES=B' });
    const sent = all(trace, 'tcp.segment-sent');
    expect(sent.slice(0, 3).map(({ from, flags }) => `${from} ${flags}`)).toEqual([
      'client SYN',
      'server SYN,ACK',
      'client ACK',
    ]);
    expect(sent.filter(({ length }) => length > 0).map(({ from, length }) => [from, length])).toEqual([['client', 12]]);
    expect(sent.filter(({ flags }) => flags.includes('FIN')).map(({ from }) => from)).toEqual(['client', 'server']);
    expect(new Set(sent.map(({ bytes }) => bytes)).size).toBe(sent.length);
    expect(all(trace, 'tcp.segment-delivered').map(({ frame }) => frame)).toEqual(sent.map(({ frame }) => frame));
    for (const { bytes, sourcePort } of sent)
      expect(tcpOf(decodeFrame(hexToBytes(bytes)))?.sourcePort).toBe(sourcePort);
  });

  it('tells no state and no return before the segment behind it', async () => {
    vi.stubEnv('LOCKSTEP_LANES', 'B');
    const { trace } = await runConversation();
    const arrival = (flags: string): number => {
      const { frame } = all(trace, 'tcp.segment-sent').find((segment) => segment.flags === flags) ?? {};
      return all(trace, 'tcp.segment-delivered').find((event) => event.frame === frame)?.seq ?? Number.NaN;
    };
    const established = (host: string): number =>
      all(trace, 'socket.state').find(({ actor, state }) => actor === `${host}.kernel` && state === 'ESTABLISHED')
        ?.seq ?? Number.NaN;
    expect(established('server')).toBeGreaterThan(arrival('ACK'));
    expect(established('client')).toBeGreaterThan(arrival('SYN,ACK'));
    expect(returnOf(trace, 'connect')).toBeGreaterThan(arrival('SYN,ACK'));
    expect(returnOf(trace, 'recv')).toBeGreaterThan(arrival('PSH,ACK'));
  });
});

describe('lane C', () => {
  it('shows calls and states, and no segment', async () => {
    vi.stubEnv('LOCKSTEP_LANES', 'C');
    const { trace, fault, reality } = await runConversation();
    expect(fault).toBeUndefined();
    expect(reality).toMatchObject({ lane: 'C', parts: ['kernel-tcp', 'program-processes'] });
    expect(all(trace, 'tcp.segment-sent')).toEqual([]);
    expect(all(trace, 'call.returned').map(({ result }) => result)).toContain("b'hello, world'");
    expect(statesOf(trace, 'client', /→/).at(-1)).toBe('TIME-WAIT');
    expect(statesOf(trace, 'server', /→/)).toContain('ESTABLISHED');
    expect(statesOf(trace, 'server', /^server:\d+$/)).toEqual(['CLOSED', 'LISTEN', 'CLOSED']);
  });
});

describe('without any lane', () => {
  it('says that nothing can be run, and why', async () => {
    vi.stubEnv('LOCKSTEP_LANES', '-');
    const { fault, trace } = await runConversation();
    expect(fault).toBe('nothing live here: lane A is not among LOCKSTEP_LANES=-');
    expect(trace.length).toBe(0);
  });
});

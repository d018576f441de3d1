import { decodeFrame, hexToBytes, ipv4Of, tcpOf } from '@lockstep/packet';
import { isObserved, parseTrace, serializeTrace, type Trace } from '@lockstep/trace';
import { beforeAll, describe, expect, it } from 'vitest';
import { runConversation } from '../fixtures/run-conversation.ts';
import type { ProgramsRun } from '../fixtures/run-programs.ts';
import { lanesHere } from '../testing/lanes-here.ts';
import { all, deliveryOf, flagsOf, returnOf, type Segment, statesOf } from '../testing/story.ts';

const lanes = await lanesHere();

describe.runIf(lanes.includes('A'))('a conversation between two hosts', () => {
  let conversation: ProgramsRun;
  let trace: Trace;
  beforeAll(async () => {
    conversation = await runConversation();
    ({ trace } = conversation);
  });

  it('carries the handshake, the message and both farewells in order', () => {
    expect(conversation.fault).toBeUndefined();
    expect(conversation.reality).toEqual({ lane: 'A', parts: ['kernel-tcp', 'program-processes', 'cable'] });
    const sent = all(trace, 'tcp.segment-sent');
    expect(sent.slice(0, 3).map(({ from, flags }) => `${from} ${flags}`)).toEqual([
      'client SYN',
      'server SYN,ACK',
      'client ACK',
    ]);
    const [syn, synAck, ack] = sent as [Segment, Segment, Segment];
    expect(synAck.acknowledgment).toBe((syn.sequence + 1) >>> 0);
    expect(ack.acknowledgment).toBe((synAck.sequence + 1) >>> 0);
    const data = sent.find(({ length }) => length > 0);
    expect(data).toMatchObject({ from: 'client', to: 'server', length: 12 });
    expect(sent.filter(({ flags }) => flags.includes('FIN')).map(({ from }) => from)).toEqual(['client', 'server']);
    expect(all(trace, 'call.returned').map(({ result }) => result)).toContain("b'hello, world'");
    expect(all(trace, 'frame.sent'), 'no ARP, no IPv6').toEqual([]);
    expect(trace.kindAt(trace.length - 1)).toBe('run.ended');
  });

  it('brings each end through its states as RFC 9293 has them, ten times of ten', async () => {
    for (let run = 0; run < 10; run++) {
      const { trace: again, fault } = await runConversation({ knobs: { acceptAfterMs: 0 } });
      expect(fault).toBeUndefined();
      expect(statesOf(again, 'client', /→/)).toEqual([
        'CLOSED',
        'SYN-SENT',
        'ESTABLISHED',
        'FIN-WAIT-1',
        'FIN-WAIT-2',
        'TIME-WAIT',
      ]);
      expect(statesOf(again, 'server', /→/)).toEqual([
        'LISTEN',
        'SYN-RECEIVED',
        'ESTABLISHED',
        'CLOSE-WAIT',
        'LAST-ACK',
        'CLOSED',
      ]);
      expect(statesOf(again, 'server', /^server:9000$/)).toEqual(['CLOSED', 'LISTEN', 'CLOSED']);
    }
  }, 60_000);

  it('leaves the end that closes first in TIME-WAIT', async () => {
    const { trace: other } = await runConversation({ knobs: { closesFirst: 'server' } });
    expect(statesOf(other, 'server', /→/).at(-1)).toBe('TIME-WAIT');
    expect(statesOf(other, 'client', /→/).slice(-3)).toEqual(['CLOSE-WAIT', 'LAST-ACK', 'CLOSED']);
  });

  it('shows real frames: what they say of themselves is what was told, and their checksums are correct', async () => {
    const { trace: long } = await runConversation({ knobs: { message: 'ä'.repeat(700) } });
    const sent = all(long, 'tcp.segment-sent');
    for (const segment of sent) {
      const frame = decodeFrame(hexToBytes(segment.bytes));
      const header = tcpOf(frame);
      expect(header).toMatchObject({
        sequence: segment.sequence,
        acknowledgment: segment.acknowledgment,
        sourcePort: segment.sourcePort,
        payloadLength: segment.length,
        checksumIs: 'correct',
      });
      expect(ipv4Of(frame)).toMatchObject({
        source: segment.from === 'client' ? '10.0.0.1' : '10.0.0.2',
        destination: segment.from === 'client' ? '10.0.0.2' : '10.0.0.1',
        checksumIs: 'correct',
      });
      expect(frame.bytes.length).toBeLessThanOrEqual(1514);
    }
    expect(sent.reduce((bytes, { length }) => bytes + length, 0)).toBe(1400);
  });

  it('delivers each frame once, after it was sent', () => {
    const sent = all(trace, 'tcp.segment-sent');
    const delivered = all(trace, 'tcp.segment-delivered');
    expect(delivered.map(({ frame }) => frame).toSorted((a, b) => a - b)).toEqual(sent.map(({ frame }) => frame));
    for (const event of delivered) {
      const cause = trace.event(event.cause as number);
      expect(cause).toMatchObject({ kind: 'tcp.segment-sent', frame: event.frame, to: event.to });
      expect(cause.seq).toBeLessThan(event.seq);
    }
  });

  it('never tells an effect before its cause, and time never runs back', () => {
    for (let seq = 1; seq < trace.length; seq++) {
      expect(trace.causeAt(seq) ?? 0).toBeLessThan(seq);
      expect(trace.atUs(seq)).toBeGreaterThanOrEqual(trace.atUs(seq - 1));
    }
    const delivered = (flags: string) => deliveryOf(trace, flags);
    expect(returnOf(trace, 'connect')).toBeGreaterThan(delivered('SYN,ACK'));
    expect(returnOf(trace, 'accept')).toBeGreaterThan(delivered('ACK'));
    expect(returnOf(trace, 'recv')).toBeGreaterThan(delivered('PSH,ACK'));
    expect(parseTrace(serializeTrace(trace)).length).toBe(trace.length);
  });

  it('tells a state where it belongs: before the segment sent in it, right after the one that brought it', () => {
    const places = trace
      .slice(0)
      .flatMap((event) => {
        if (event.kind === 'socket.state' && event.socket.includes('→')) return [`${event.actor} is ${event.state}`];
        if (event.kind === 'tcp.segment-sent') return [`${event.from} sends ${event.flags}`];
        return event.kind === 'tcp.segment-delivered' ? [`${event.to} gets ${flagsOf(trace, event.frame)}`] : [];
      })
      .join('\n');
    for (const story of [
      ['client.kernel is SYN-SENT', 'client sends SYN'],
      ['server gets SYN', 'server.kernel is SYN-RECEIVED', 'server sends SYN,ACK'],
      ['client gets SYN,ACK', 'client.kernel is ESTABLISHED', 'client sends ACK'],
      ['server gets ACK', 'server.kernel is ESTABLISHED'],
      ['client.kernel is FIN-WAIT-1', 'client sends FIN,ACK'],
      ['server gets FIN,ACK', 'server.kernel is CLOSE-WAIT', 'server sends ACK'],
      ['client gets ACK', 'client.kernel is FIN-WAIT-2'],
      ['server.kernel is LAST-ACK', 'server sends FIN,ACK'],
      ['client gets FIN,ACK', 'client.kernel is TIME-WAIT', 'client sends ACK'],
      ['server gets ACK', 'server.kernel is CLOSED'],
    ])
      expect(places).toContain(story.join('\n'));
  });

  it('names what made a kernel send and what changed a state', () => {
    const why = (event: { cause?: number } | undefined): string => {
      const cause = event?.cause === undefined ? undefined : trace.event(event.cause);
      if (cause?.kind === 'call.entered') return `${cause.actor} ${cause.call}`;
      return cause?.kind === 'tcp.segment-delivered' ? flagsOf(trace, cause.frame) : 'unknown';
    };
    const sent = all(trace, 'tcp.segment-sent');
    const first = (flags: string) => sent.find((segment) => segment.flags === flags);
    expect(why(first('SYN'))).toBe('client connect');
    expect(why(first('SYN,ACK'))).toBe('SYN');
    expect(why(first('ACK'))).toBe('SYN,ACK');
    expect(why(first('PSH,ACK'))).toBe('client sendall');
    expect(sent.filter(({ flags }) => flags === 'FIN,ACK').map(why)).toEqual(['client close', 'server close']);
    const state = (host: string, name: string) =>
      all(trace, 'socket.state').find((event) => event.actor === `${host}.kernel` && event.state === name);
    expect(why(state('server', 'LISTEN'))).toBe('server listen');
    expect(why(state('client', 'SYN-SENT'))).toBe('client connect');
    expect(why(state('server', 'ESTABLISHED'))).toBe('ACK');
    expect(why(state('client', 'FIN-WAIT-1'))).toBe('client close');
    expect(why(state('server', 'CLOSE-WAIT'))).toBe('FIN,ACK');
    expect(why(state('server', 'LAST-ACK'))).toBe('server close');
    expect(why(state('client', 'TIME-WAIT'))).toBe('FIN,ACK');
  });

  it('tells each call once entered and once returned, with its line and its values as Python prints them', () => {
    const entered = all(trace, 'call.entered');
    const results = all(trace, 'call.returned');
    expect(new Set(results.map(({ cause }) => cause))).toEqual(new Set(entered.map(({ seq }) => seq)));
    expect(results.length).toBe(entered.length);
    const client = entered.filter(({ actor }) => actor === 'client');
    expect(client.map(({ call, detail }) => `${call}(${detail})`)).toEqual([
      'socket()',
      'connect(("10.0.0.2", 9000))',
      "sendall(b'hello, world')",
      'close()',
    ]);
    expect(client.map(({ line }) => line)).toEqual([12, 13, 14, 18]);
    for (const event of results) expect(event.line).toBe((trace.event(event.cause as number) as typeof event).line);
  });

  it('counts bytes in buffers and connections in the accept queue', () => {
    const queue = all(trace, 'socket.accept-queue').map(({ waiting, limit }) => [waiting, limit]);
    expect(queue).toEqual([
      [0, 6],
      [1, 6],
      [0, 6],
    ]);
    const buffers = (host: string) => all(trace, 'socket.buffers').filter(({ actor }) => actor === `${host}.kernel`);
    expect(buffers('client').map(({ sendBytes }) => sendBytes)).toEqual([12, 0]);
    expect(buffers('server').map(({ receiveBytes }) => receiveBytes)).toEqual([12, 0]);
  });

  it('tells nothing that was not observed but its end', () => {
    const unobserved = trace.slice(0).filter(({ source }) => !isObserved(source));
    expect(unobserved.map(({ kind }) => kind)).toEqual(['run.ended']);
  });

  it('tells a refused connection as Python would, and who waits for it in vain', async () => {
    const { trace: short, fault } = await runConversation({ client: 'stranger' });
    const refusal = 'ConnectionRefusedError: [Errno 111] Connection refused';
    expect(all(short, 'call.returned').find(({ call }) => call === 'connect')).toMatchObject({ error: refusal });
    expect(all(short, 'operation.failed')).toMatchObject([{ actor: 'client', operation: 'connect', error: refusal }]);
    expect(all(short, 'process.exited')).toMatchObject([{ actor: 'client', code: 1 }]);
    expect(fault).toBe('client failed, and server is still in accept()');
  });

  it('ends a run that hangs, and says where', async () => {
    const { fault } = await runConversation({ client: 'idle', server: 'lonely', maxMs: 5000 });
    expect(fault).toMatch(/^server is still in accept\(\) after \d s$/);
  });

  it('reports a mistake in a program as a fault', async () => {
    const { fault } = await runConversation({ client: 'mistaken' });
    expect(fault).toBe('client: RangeError: 10.0.0.2. is not an IPv4 address');
  });

  it('reports a program that is not there', async () => {
    const { fault } = await runConversation({ server: 'nobody' });
    expect(fault).toMatch(/^the process of server ended before its program began\n.*has no function nobody/s);
  });
});

// A TCP conversation told step by step, as a recording tells it, for tests of what is made of it.
import type { Fact } from '../index.ts';

type Host = 'client' | 'server';

const SOCKETS: Readonly<Record<Host, string>> = {
  client: 'client:40022→10.0.0.2:9000',
  server: 'server:9000→10.0.0.1:40022',
};

/** Facts of one connection whose client has this initial sequence number; the server's is 900. */
export function toldStream(clientIsn: number) {
  const facts: Fact[] = [];
  const tell = (fact: object) => facts.push({ at: 0, source: 'program', ...fact } as unknown as Fact);
  const isn: Readonly<Record<Host, number>> = { client: clientIsn, server: 900 };
  let frame = 0;
  const told = {
    facts,
    entered: (actor: Host, call: string, bytes: number) =>
      tell({ actor, kind: 'call.entered', call, detail: '', socket: SOCKETS[actor], bytes }),
    returned: (actor: Host, call: string, bytes?: number, error?: string) =>
      tell({
        actor,
        kind: 'call.returned',
        call,
        result: '',
        socket: SOCKETS[actor],
        ...(bytes === undefined ? {} : { bytes }),
        ...(error === undefined ? {} : { error }),
      }),
    /** A whole call. */
    writes(actor: Host, bytes: number, taken = bytes) {
      told.entered(actor, 'send', bytes);
      told.returned(actor, 'send', taken);
    },
    reads(actor: Host, asked: number, given: number) {
      told.entered(actor, 'recv', asked);
      told.returned(actor, 'recv', given);
    },
    /** Positions count from 0; the SYN has −1. Returns the frame's number. */
    sends(from: Host, flags: string, position: number, length = 0, acknowledged = 0): number {
      const to: Host = from === 'client' ? 'server' : 'client';
      tell({
        actor: `${from}.kernel`,
        kind: 'tcp.segment-sent',
        source: 'wire',
        frame: ++frame,
        from,
        to,
        sourcePort: from === 'client' ? 40_022 : 9000,
        destinationPort: from === 'client' ? 9000 : 40_022,
        flags,
        sequence: (isn[from] + 1 + position) >>> 0,
        acknowledgment: flags.includes('ACK') ? (isn[to] + 1 + acknowledged) >>> 0 : 0,
        window: 500,
        length,
        bytes: '',
      });
      return frame;
    },
    arrives: (number: number) =>
      tell({ actor: 'cable', source: 'wire', kind: 'tcp.segment-delivered', frame: number, to: '' }),
    isLost: (number: number) =>
      tell({ actor: 'cable', source: 'wire', kind: 'tcp.segment-dropped', frame: number, reason: 'a rule' }),
    isHeld: (number: number) =>
      tell({ actor: 'cable', source: 'wire', kind: 'frame.held', frame: number, reason: 'by hand' }),
    counts: (host: Host, sendBytes: number, receiveBytes: number) =>
      tell({
        actor: `${host}.kernel`,
        source: 'kernel',
        kind: 'socket.buffers',
        socket: SOCKETS[host],
        sendBytes,
        receiveBytes,
      }),
    decodes: (actor: Host, number: number, first: number, length: number) =>
      tell({ actor, kind: 'message.decoded', socket: SOCKETS[actor], number, first, length, text: 'm' }),
    refuses: (actor: Host, first: number) =>
      tell({ actor, kind: 'message.refused', socket: SOCKETS[actor], first, reason: 'a length below 0' }),
    /** SYN, SYN-ACK, ACK, all of them arriving. */
    connects() {
      told.arrives(told.sends('client', 'SYN', -1));
      told.arrives(told.sends('server', 'SYN,ACK', -1));
      told.arrives(told.sends('client', 'ACK', 0));
    },
  };
  return told;
}

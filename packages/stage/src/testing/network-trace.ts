// Runs of any number of hosts told by hand, with true frames: the words of a cable and of kernels, one line a fact.
import { bytesToHex, encodeFrame, type LayerDraft, type TcpFlag } from '@lockstep/packet';
import { type Actor, createTrace, type Fact, type Trace } from '@lockstep/trace';

export interface SampleHost {
  readonly id: string;
  readonly colour: Actor['colour'];
}

/** One end of a sample's connection. */
export interface SampleEnd {
  readonly host: string;
  readonly port: number;
}

interface Sent {
  readonly frame: number;
  readonly seq: number;
  readonly to: string;
  readonly kind: 'tcp.segment' | 'frame';
}

interface SegmentOptions {
  readonly from: SampleEnd;
  readonly to: SampleEnd;
  readonly flags: readonly TcpFlag[];
  /** Counted from the initial number, which is 1000 for whoever sends first and 5000 for the other. */
  readonly seq?: number;
  readonly ack?: number;
  readonly text?: string;
  readonly window?: number;
  readonly scale?: number;
  readonly us?: number;
  readonly cause?: number;
}

/** Hosts 10.0.0.1, 10.0.0.2, … in the order given, the cable, and what they tell. */
export function sampleNetwork(hosts: readonly SampleHost[]) {
  const address = (host: string) => `10.0.0.${hosts.findIndex(({ id }) => id === host) + 1}`;
  const mac = (host: string) => `02:00:00:00:00:0${hosts.findIndex(({ id }) => id === host) + 1}`;
  const actors = hosts.flatMap(({ id, colour }): Actor[] => [
    { id, role: 'program', colour, host: id, program: id, address: address(id) },
    { id: `${id}.kernel`, role: 'kernel', colour, host: id, address: address(id) },
  ]);
  const trace: Trace = createTrace({
    format: 'lockstep',
    version: 1,
    run: 'sample-network',
    lab: 'told',
    mode: 'free',
    knobs: {},
    seed: 1,
    actors: [...actors, { id: 'cable', role: 'cable', colour: 0 }],
    reality: { lane: 'A', parts: ['kernel-tcp'] },
    machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  });
  let at = 0;
  let frame = 0;
  const firsts = new Map<string, string>();

  const tell = (fact: Record<string, unknown>, us = 60): number => {
    at += us;
    return trace.append({ at, ...fact } as unknown as Fact);
  };
  const because = (cause: number | undefined) => (cause === undefined ? {} : { cause });
  const name = ({ host, port }: SampleEnd) => `${address(host)}:${port}`;

  function isn(from: SampleEnd, to: SampleEnd): number {
    const key = [name(from), name(to)].sort().join();
    if (!firsts.has(key)) firsts.set(key, name(from));
    return firsts.get(key) === name(from) ? 1000 : 5000;
  }

  function datagram(from: string, to: string, layers: readonly LayerDraft[], what: Record<string, unknown>): Sent {
    frame++;
    const bytes = encodeFrame([
      { protocol: 'ethernet', header: { source: mac(from), destination: mac(to) } },
      ...layers,
    ]);
    const base = { actor: `${from}.kernel`, source: 'wire', kind: 'frame.sent', frame, from, to };
    return { frame, seq: tell({ ...base, ...what, bytes: bytesToHex(bytes) }), to, kind: 'frame' };
  }

  return {
    trace,
    tell,
    call: (actor: string, call: string, detail = '', more: object = {}) =>
      tell({ actor, source: 'program', kind: 'call.entered', call, detail, ...more }),
    returned: (actor: string, call: string, result: string, cause: number, more: object = {}, us = 60) =>
      tell({ actor, source: 'program', kind: 'call.returned', call, result, cause, ...more }, us),
    listens: (end: SampleEnd) =>
      tell({
        actor: `${end.host}.kernel`,
        source: 'kernel',
        kind: 'socket.state',
        socket: name(end),
        local: name(end),
        remote: '0.0.0.0:0',
        state: 'LISTEN',
        was: 'CLOSED',
      }),
    state: (own: SampleEnd, peer: SampleEnd, was: string, state: string, cause?: number) =>
      tell({
        actor: `${own.host}.kernel`,
        source: 'kernel',
        kind: 'socket.state',
        socket: `${name(own)}→${name(peer)}`,
        local: name(own),
        remote: name(peer),
        state,
        was,
        ...because(cause),
      }),
    /** A kernel's fact about a socket, or about the whole host. */
    kernel: (host: string, kind: string, payload: object, us?: number) =>
      tell({ actor: `${host}.kernel`, source: 'kernel', kind, ...payload }, us),
    socket: (own: SampleEnd, peer: SampleEnd) => `${name(own)}→${name(peer)}`,
    segment({ from, to, flags, seq = 0, ack = 0, text = '', window = 502, scale, us, cause }: SegmentOptions): Sent {
      const payload = new TextEncoder().encode(text);
      const header = {
        sourcePort: from.port,
        destinationPort: to.port,
        sequence: isn(from, to) + seq,
        acknowledgment: flags.includes('ACK') ? isn(to, from) + ack : 0,
        flags,
        window,
      };
      const options = scale === undefined ? {} : { options: [{ kind: 'window-scale' as const, shift: scale }] };
      const bytes = encodeFrame([
        { protocol: 'ethernet', header: { source: mac(from.host), destination: mac(to.host) } },
        { protocol: 'ipv4', header: { source: address(from.host), destination: address(to.host) } },
        { protocol: 'tcp', header: { ...header, ...options } },
        ...(payload.length > 0 ? [{ protocol: 'payload' as const, header: { data: payload } }] : []),
      ]);
      frame++;
      const told = tell(
        {
          actor: `${from.host}.kernel`,
          source: 'wire',
          kind: 'tcp.segment-sent',
          frame,
          from: from.host,
          to: to.host,
          ...header,
          flags: flags.join(','),
          length: payload.length,
          bytes: bytesToHex(bytes),
          ...because(cause),
        },
        us,
      );
      return { frame, seq: told, to: to.host, kind: 'tcp.segment' };
    },
    udp(from: SampleEnd, to: SampleEnd, text: string): Sent {
      const ip = { protocol: 'ipv4' as const, header: { source: address(from.host), destination: address(to.host) } };
      const udp = { protocol: 'udp' as const, header: { sourcePort: from.port, destinationPort: to.port } };
      const data = { protocol: 'payload' as const, header: { data: new TextEncoder().encode(text) } };
      return datagram(from.host, to.host, [ip, udp, data], { protocol: 'udp', summary: 'UDP' });
    },
    /** One piece of a datagram; offsets in bytes. */
    fragment(from: string, to: string, identification: number, offset: number, length: number, more: boolean): Sent {
      const header = {
        source: address(from),
        destination: address(to),
        identification,
        fragmentOffset: offset,
        moreFragments: more,
        protocol: 17,
      };
      const data = { protocol: 'payload' as const, header: { data: new Uint8Array(length) } };
      return datagram(from, to, [{ protocol: 'ipv4', header }, data], { protocol: 'ipv4', summary: 'IP fragment' });
    },
    arp(from: string, to: string, asks: boolean): Sent {
      const header = {
        operation: asks ? 1 : 2,
        senderMac: mac(from),
        senderIp: address(from),
        targetMac: asks ? '00:00:00:00:00:00' : mac(to),
        targetIp: address(to),
      };
      return datagram(from, to, [{ protocol: 'arp', header }], { protocol: 'arp', summary: 'ARP' });
    },
    /** Port unreachable. */
    icmp(from: string, to: string): Sent {
      const ip = { protocol: 'ipv4' as const, header: { source: address(from), destination: address(to) } };
      const icmp = {
        protocol: 'icmp' as const,
        header: { message: { kind: 'destination-unreachable' as const }, code: 3 },
      };
      return datagram(from, to, [ip, icmp], { protocol: 'icmp', summary: 'ICMP' });
    },
    arrives: (sent: Sent, us?: number) =>
      tell(
        {
          actor: `${sent.to}.kernel`,
          source: 'wire',
          kind: `${sent.kind}-delivered`.replace('frame-', 'frame.'),
          frame: sent.frame,
          to: sent.to,
          cause: sent.seq,
        },
        us,
      ),
    lost: (sent: Sent, reason: string, us?: number) =>
      tell(
        {
          actor: 'cable',
          source: 'wire',
          kind: `${sent.kind}-dropped`.replace('frame-', 'frame.'),
          frame: sent.frame,
          reason,
          cause: sent.seq,
        },
        us,
      ),
    held: (sent: Sent, reason: string) =>
      tell({ actor: 'cable', source: 'wire', kind: 'frame.held', frame: sent.frame, reason, cause: sent.seq }),
    delayed: (sent: Sent, ms: number, reason: string) =>
      tell({ actor: 'cable', source: 'wire', kind: 'frame.delayed', frame: sent.frame, ms, reason, cause: sent.seq }),
    doubled: (sent: Sent, reason: string) =>
      tell({ actor: 'cable', source: 'wire', kind: 'frame.duplicated', frame: sent.frame, reason, cause: sent.seq }),
  };
}

export type SampleNetwork = ReturnType<typeof sampleNetwork>;

/** A handshake as kernels tell it; with the last words of the server's kernel left to the caller. */
export function sampleHandshake(
  network: SampleNetwork,
  client: SampleEnd,
  server: SampleEnd,
  connect?: number,
): number {
  const cause = connect === undefined ? {} : { cause: connect };
  network.state(client, server, 'CLOSED', 'SYN-SENT', connect);
  const syn = network.segment({ from: client, to: server, flags: ['SYN'], scale: 7, window: 64_240, ...cause });
  const synArrives = network.arrives(syn);
  network.state(server, client, 'LISTEN', 'SYN-RECEIVED', synArrives);
  const answer = network.segment({
    from: server,
    to: client,
    flags: ['SYN', 'ACK'],
    ack: 1,
    scale: 7,
    window: 65_160,
    cause: synArrives,
  });
  const answered = network.arrives(answer);
  network.state(client, server, 'SYN-SENT', 'ESTABLISHED', answered);
  const last = network.segment({ from: client, to: server, flags: ['ACK'], seq: 1, ack: 1, cause: answered });
  return network.arrives(last);
}

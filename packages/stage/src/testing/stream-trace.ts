// Runs of one TCP connection with true frames, told by hand: who wrote what, how it was cut, what each recv got.
import { bytesToHex, encodeFrame, type TcpFlag } from '@lockstep/packet';
import { createTrace, type Fact, type Header, type Trace } from '@lockstep/trace';

const header: Header = {
  format: 'lockstep',
  version: 1,
  run: 'sample-stream',
  lab: 'sticky',
  mode: 'free',
  knobs: {},
  seed: 1,
  actors: [
    { id: 'client', role: 'program', colour: 1, host: 'client', program: 'client', address: '10.0.0.1' },
    { id: 'client.kernel', role: 'kernel', colour: 1, host: 'client', address: '10.0.0.1' },
    { id: 'cable', role: 'cable', colour: 0 },
    { id: 'server.kernel', role: 'kernel', colour: 2, host: 'server', address: '10.0.0.2' },
    { id: 'server', role: 'program', colour: 2, host: 'server', program: 'server', address: '10.0.0.2' },
  ],
  reality: { lane: 'A', parts: ['kernel-tcp'] },
  machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
  startedAt: '2026-01-01T00:00:00.000Z',
};

type Host = 'client' | 'server';

const PORTS: Readonly<Record<Host, number>> = { client: 40_022, server: 9000 };
const ADDRESS: Readonly<Record<Host, string>> = { client: '10.0.0.1', server: '10.0.0.2' };
const MAC: Readonly<Record<Host, string>> = { client: '5e:1c:7a:30:0b:01', server: '5e:1c:7a:30:0b:02' };
const ISN: Readonly<Record<Host, number>> = { client: 2_604_188_373, server: 713_905_216 };
/** Both ends' sockets, as the kernel's tables name them. */
export const SOCKETS: Readonly<Record<Host, string>> = {
  client: 'client:40022→10.0.0.2:9000',
  server: 'server:9000→10.0.0.1:40022',
};

const peerOf = (host: Host): Host => (host === 'client' ? 'server' : 'client');

/** A connection as it is told; positions in each direction's stream count from 0. */
export function tellStream({ isCaptured = true }: { readonly isCaptured?: boolean } = {}) {
  const trace = createTrace(header);
  const written: Record<Host, string> = { client: '', server: '' };
  const arrived: Record<Host, number> = { client: 0, server: 0 };
  let frame = 0;
  const tell = (fact: Record<string, unknown>): number =>
    trace.append({ at: trace.length * 60, source: 'program', ...fact } as unknown as Fact);
  const sends = (from: Host, flags: readonly TcpFlag[], position: number, text: string): number => {
    if (!isCaptured) return 0;
    const to = peerOf(from);
    const numbers = {
      sequence: (ISN[from] + 1 + position) >>> 0,
      acknowledgment: flags.includes('ACK') ? (ISN[to] + 1 + arrived[from]) >>> 0 : 0,
    };
    const ports = { sourcePort: PORTS[from], destinationPort: PORTS[to] };
    const data = new TextEncoder().encode(text);
    const bytes = encodeFrame([
      { protocol: 'ethernet', header: { source: MAC[from], destination: MAC[to] } },
      { protocol: 'ipv4', header: { source: ADDRESS[from], destination: ADDRESS[to] } },
      { protocol: 'tcp', header: { ...ports, ...numbers, flags, window: 502 } },
      ...(data.length > 0 ? [{ protocol: 'payload' as const, header: { data } }] : []),
    ]);
    tell({
      actor: `${from}.kernel`,
      source: 'wire',
      kind: 'tcp.segment-sent',
      frame: ++frame,
      from,
      to,
      ...ports,
      flags: flags.join(','),
      ...numbers,
      window: 502,
      length: data.length,
      bytes: bytesToHex(bytes),
    });
    return frame;
  };
  const told = {
    trace,
    entered: (actor: Host, call: string, bytes: number) =>
      tell({ actor, kind: 'call.entered', call, detail: '', socket: SOCKETS[actor], bytes }),
    returned: (actor: Host, call: string, bytes: number) =>
      tell({ actor, kind: 'call.returned', call, result: String(bytes), socket: SOCKETS[actor], bytes }),
    writes(actor: Host, text: string, call = 'send') {
      told.entered(actor, call, text.length);
      written[actor] += text;
      told.returned(actor, call, text.length);
    },
    /** A segment with so many of the bytes from this position on. */
    segment: (from: Host, position: number, length: number) =>
      sends(from, ['PSH', 'ACK'], position, written[from].slice(position, position + length)),
    arrives(number: number, upTo?: readonly [to: Host, position: number]) {
      if (!isCaptured) return;
      if (upTo) arrived[upTo[0]] = upTo[1];
      tell({ actor: 'cable', source: 'wire', kind: 'tcp.segment-delivered', frame: number, to: '' });
    },
    isLost: (number: number) =>
      tell({ actor: 'cable', source: 'wire', kind: 'tcp.segment-dropped', frame: number, reason: 'dropped by you' }),
    acknowledges: (host: Host) => told.arrives(sends(host, ['ACK'], 0, '')),
    counts: (host: Host, sendBytes: number, receiveBytes: number) =>
      tell({
        actor: `${host}.kernel`,
        source: 'kernel',
        kind: 'socket.buffers',
        socket: SOCKETS[host],
        sendBytes,
        receiveBytes,
      }),
    reads(actor: Host, asked: number, given: number) {
      told.entered(actor, 'recv', asked);
      told.returned(actor, 'recv', given);
    },
    decodes: (actor: Host, number: number, first: number, length: number, text: string) =>
      tell({ actor, kind: 'message.decoded', socket: SOCKETS[actor], number, first, length, text }),
    refuses: (actor: Host, first: number, reason: string) =>
      tell({ actor, kind: 'message.refused', socket: SOCKETS[actor], first, reason }),
    connects() {
      told.arrives(sends('client', ['SYN'], -1, ''));
      told.arrives(sends('server', ['SYN', 'ACK'], -1, ''));
      told.arrives(sends('client', ['ACK'], 0, ''));
    },
  };
  return told;
}

const ANSWERS = ['date: Saturday noon\n', 'user: ada, uid 1000\n', 'free: 412 MB of 2 G\n'] as const;

/** Three writes of 20 bytes, segments of 20 and 40, one recv of 60; nobody decodes. */
export function stickyTrace(options?: { readonly isCaptured?: boolean }): Trace {
  const told = tellStream(options);
  told.connects();
  told.writes('server', ANSWERS[0]);
  const first = told.segment('server', 0, 20);
  told.counts('server', 20, 0);
  told.writes('server', ANSWERS[1]);
  told.arrives(first, ['client', 20]);
  told.counts('client', 0, 20);
  told.writes('server', ANSWERS[2]);
  told.counts('server', 60, 0);
  told.acknowledges('client');
  const second = told.segment('server', 20, 40);
  told.arrives(second, ['client', 60]);
  told.counts('client', 0, 60);
  told.acknowledges('client');
  told.counts('server', 0, 0);
  told.reads('client', 1024, 60);
  told.counts('client', 0, 0);
  told.entered('client', 'recv', 1024);
  return told.trace;
}

/** Three writes of 20 bytes in one segment, read 16 bytes at a time; two messages are decoded, the rest is refused. */
export function cuttingTrace(): Trace {
  const told = tellStream();
  told.connects();
  for (const answer of ANSWERS) told.writes('server', answer);
  told.arrives(told.segment('server', 0, 60), ['client', 60]);
  told.counts('client', 0, 60);
  told.acknowledges('client');
  told.reads('client', 16, 16);
  told.reads('client', 16, 16);
  told.decodes('client', 1, 0, 20, 'date');
  told.reads('client', 16, 16);
  told.decodes('client', 2, 20, 20, 'user');
  told.reads('client', 16, 12);
  told.counts('client', 0, 0);
  told.refuses('client', 40, 'no length in front');
  return told.trace;
}

/** Three writes in three segments; the middle one is lost, the last one waits behind the hole until it is sent again. */
export function lossTrace(): Trace {
  const told = tellStream();
  told.connects();
  for (const answer of ANSWERS) told.writes('server', answer);
  const first = told.segment('server', 0, 20);
  const second = told.segment('server', 20, 20);
  const third = told.segment('server', 40, 20);
  told.arrives(first, ['client', 20]);
  told.acknowledges('client');
  told.isLost(second);
  told.arrives(third);
  told.acknowledges('client');
  told.reads('client', 1024, 20);
  told.arrives(told.segment('server', 20, 20), ['client', 60]);
  told.acknowledges('client');
  told.reads('client', 1024, 40);
  return told.trace;
}

/** A question of six bytes and an answer of so many, read 1,024 at a time. */
export function longTrace(bytes: number): Trace {
  const told = tellStream();
  told.connects();
  told.writes('client', 'ps -ef');
  told.arrives(told.segment('client', 0, 6), ['server', 6]);
  told.reads('server', 1024, 6);
  const text = Array.from({ length: bytes }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
  told.writes('server', String(bytes).padStart(8, '0'));
  told.writes('server', text, 'sendall');
  told.writes('server', 'done');
  const all = bytes + 12;
  for (let at = 0; at < all; at += 1448) {
    const end = Math.min(all, at + 1448);
    told.arrives(told.segment('server', at, end - at), ['client', end]);
    if (at % (1448 * 2) === 0) told.acknowledges('client');
  }
  told.acknowledges('client');
  told.reads('client', 8, 8);
  for (let at = 8; at < all; at += 1024) told.reads('client', 1024, Math.min(1024, all - at));
  told.decodes('client', 1, 0, bytes + 8, 'abc…');
  return told.trace;
}

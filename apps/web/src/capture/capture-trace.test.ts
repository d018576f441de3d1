import { bytesToHex, encodeFrame, type LayerDraft, pcapngFile, type TcpFlag } from '@lockstep/packet';
import { parseTrace, serializeTrace, stateAt, tcpImplied } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { type CaptureTraceLimits, captureTrace, TRACE_LIMITS } from './capture-trace.ts';
import { readCaptureFile } from './read-capture-file.ts';

const pause = () => Promise.resolve();
const ethernet: LayerDraft = {
  protocol: 'ethernet',
  header: { source: '02:00:00:00:00:0a', destination: '02:00:00:00:00:0b' },
};

interface Numbers {
  readonly sequence?: number;
  readonly acknowledgment?: number;
}

function segment(
  isClient: boolean,
  flags: readonly TcpFlag[],
  numbers: Numbers = {},
  version = 4,
): readonly LayerDraft[] {
  const [client, server] = version === 4 ? ['10.0.0.1', '10.0.0.2'] : ['2001:db8::1', '2001:db8::2'];
  const [source, destination] = isClient ? [client, server] : [server, client];
  const [sourcePort, destinationPort] = isClient ? [40000, 80] : [80, 40000];
  return [
    { protocol: version === 4 ? 'ipv4' : 'ipv6', header: { source, destination } } as LayerDraft,
    { protocol: 'tcp', header: { sourcePort, destinationPort, flags, ...numbers } },
  ];
}

const handshake = (version = 4) => [
  segment(true, ['SYN'], { sequence: 7 }, version),
  segment(false, ['SYN', 'ACK'], { sequence: 9, acknowledgment: 8 }, version),
  segment(true, ['ACK'], { sequence: 8, acknowledgment: 10 }, version),
];

function fileOf(frames: readonly Uint8Array[], linkType = 1, comments: readonly string[] = []): Uint8Array {
  return pcapngFile({
    interfaces: [{ name: 'eth0', linkType }],
    packets: frames.map((bytes, i) => ({ interface: 0, timeNs: 1_000_000_000n + BigInt(i) * 5000n, bytes, comments })),
  });
}

async function traceOf(file: Uint8Array, limits: CaptureTraceLimits = TRACE_LIMITS) {
  const stream = new Blob([new Uint8Array(file)]).stream();
  const { capture, conversations } = await readCaptureFile('a file.pcapng', stream, pause);
  const [largest] = conversations;
  if (!largest) throw new Error('no conversation');
  return captureTrace(capture, largest, 'a file.pcapng', pause, limits);
}

test('segments are facts of the wire, and that each arrived is derived', async () => {
  const frames = handshake().map((layers) => encodeFrame([ethernet, ...layers]));
  const trace = await traceOf(fileOf(frames, 1, ['from', 'Wireshark']));
  expect(trace.slice(0, 2)).toEqual([
    {
      seq: 0,
      at: 0,
      actor: 'client.kernel',
      kind: 'tcp.segment-sent',
      source: 'wire',
      frame: 1,
      from: 'client',
      to: 'server',
      sourcePort: 40000,
      destinationPort: 80,
      flags: 'SYN',
      sequence: 7,
      acknowledgment: 0,
      window: 0,
      length: 0,
      bytes: bytesToHex(frames[0] ?? new Uint8Array()),
      comment: 'from · Wireshark',
    },
    {
      seq: 1,
      at: 0,
      actor: 'server.kernel',
      kind: 'tcp.segment-delivered',
      source: 'derived',
      frame: 1,
      to: 'server',
      cause: 0,
    },
  ]);
  expect(trace.atUs(2)).toBe(5);
});

test.each([4, 6])('the states that the segments of IPv%i imply are those of the handshake', async (version) => {
  const ether = version === 4 ? 0x0800 : 0x86dd;
  const head: LayerDraft = { ...ethernet, header: { ...ethernet.header, etherType: ether } } as LayerDraft;
  const trace = await traceOf(fileOf(handshake(version).map((layers) => encodeFrame([head, ...layers]))));
  const { ends } = stateAt(tcpImplied, trace, trace.length);
  expect([...ends].map(([end, { state }]) => [end, state])).toEqual([
    ['client:40000>server:80', 'ESTABLISHED'],
    ['server:80>client:40000', 'ESTABLISHED'],
  ]);
});

test('a packet without Ethernet says what it begins with', async () => {
  const trace = await traceOf(
    fileOf(
      handshake().map((layers) => encodeFrame(layers)),
      101,
    ),
  );
  expect(trace.event(0)).toMatchObject({ kind: 'tcp.segment-sent', link: 'raw-ip' });
});

test('anything but TCP is told in one line', async () => {
  const udp: LayerDraft = { protocol: 'udp', header: { sourcePort: 5, destinationPort: 6 } };
  const ip: LayerDraft = { protocol: 'ipv4', header: { source: '10.0.0.1', destination: '10.0.0.2' } };
  const trace = await traceOf(fileOf([encodeFrame([ethernet, ip, udp])]));
  expect(trace.event(0)).toMatchObject({
    kind: 'frame.sent',
    protocol: 'udp',
    summary: 'UDP 5 → 6 len=0',
    from: 'a',
    to: 'b',
  });
  expect(trace.event(1)).toMatchObject({ kind: 'frame.delivered', frame: 1, to: 'b', cause: 0 });
});

test('a segment that was captured in part still has its length', async () => {
  const payload: LayerDraft = { protocol: 'payload', header: { data: new Uint8Array(100) } };
  const bytes = encodeFrame([ethernet, ...segment(true, ['ACK']), payload]);
  const trace = await traceOf(fileOf([bytes.subarray(0, 60)]));
  expect(trace.event(0)).toMatchObject({ kind: 'tcp.segment-sent', length: 100 });
});

test('what lies beyond the limits is left out and counted', async () => {
  const frames = Array.from({ length: 10 }, () => encodeFrame([ethernet, ...segment(true, ['ACK'])]));
  const few = await traceOf(fileOf(frames), { mostEvents: 9, mostBytes: 1000 });
  expect([few.length, few.header.knobs['packets'], few.header.knobs['leftOut']]).toEqual([8, 4, 6]);
  const small = await traceOf(fileOf(frames), { mostEvents: 100, mostBytes: 54 * 3 });
  expect([small.length, small.header.knobs['leftOut']]).toEqual([6, 7]);
});

test('it is saved and read back as any recording', async () => {
  const trace = await traceOf(
    fileOf(
      handshake().map((layers) => encodeFrame(layers)),
      101,
    ),
  );
  const text = serializeTrace(trace);
  expect(serializeTrace(parseTrace(text))).toBe(text);
});

test.each([
  [fileOf([]), 'byte 0: the capture has no packets'],
  [
    fileOf([new Uint8Array(9)], 105),
    'byte 68: packets of link type IEEE 802.11 (105) are not decoded; Ethernet, raw IP, Linux cooked and loopback are',
  ],
  [fileOf([new Uint8Array(9)]).subarray(0, 100), 'byte 72: the block says 44 bytes, 32 are there'],
])('a file that shows nothing is refused', async (file, message) => {
  await expect(traceOf(file)).rejects.toThrow(message);
});

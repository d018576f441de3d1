// What we decode is what Wireshark decodes: value, place and checksum verdict of every field, over the kernel's frames and
// many encoded ones.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLayers } from '../fixtures/arbitrary-frame.ts';
import { COMPRESSED_RESPONSE } from '../fixtures/dns-response.ts';
import { frameAround, ipv6Layer, payloadLayer, tcpFrame, udpFrame } from '../fixtures/frame-around.ts';
import { realFrame, realFrameNames } from '../fixtures/real-frames.ts';
import { hasTshark, type TheirField, tshark, tsharkCopy, tsharkFields } from '../fixtures/tshark.ts';
import { theirNameOf } from '../fixtures/tshark-names.ts';
import { pcapFile } from './capture/pcap-file.ts';
import { pcapngFile } from './capture/pcapng-file.ts';
import { readCapture } from './capture/read-capture.ts';
import { decodeFrame } from './decode-frame.ts';
import { encodeFrame } from './encode-frame.ts';
import type { Layer } from './frame.ts';
import { hexToBytes } from './hex.ts';
import type { Field } from './layer.ts';

const CHECKS: Readonly<Record<string, string>> = { 0: 'wrong', 1: 'correct', 2: 'unverified', 3: 'unverified' };
/** The fields of a frame, each as ours and as theirs; equal when both agree. */
function comparisons(bytes: Uint8Array, theirs: readonly TheirField[]) {
  return decodeFrame(bytes).layers.flatMap((layer) =>
    layer.fields.flatMap((field) => {
      const named = theirNameOf(layer, field);
      if (named === undefined) return [];
      const [name, toOurs] = typeof named === 'string' ? [named] : named;
      const match = theirs.find((their) => their.name === name && isAround(their, field));
      if (match === undefined && isLeftOutByTshark(layer, field)) return [];
      const status = theirs.find((their) => their.name === `${name}.status` && their.offset === field.offset)?.show;
      const value = toOurs && match ? toOurs(match.show) : valueLike(field, match?.show);
      const place = `${layer.protocol} ${field.name} at ${field.offset}`;
      return [
        {
          ours: { place, value: field.value, check: layer.quoted ? undefined : field.check },
          theirs: {
            place,
            value,
            check: layer.quoted ? undefined : CHECKS[status ?? ''],
          },
        },
      ];
    }),
  );
}

/** Wireshark gives some fields that share a byte the place of the bytes they share. */
function isAround(their: TheirField, ours: Field): boolean {
  return their.offset <= ours.offset && their.offset + their.length >= ours.offset + ours.length;
}

function valueLike({ value }: Field, shown: string | undefined): number | string | undefined {
  return typeof value === 'string' ? shown : Number(shown);
}

/** Of a quoted segment tshark shows little more than the 8 bytes that RFC 792 asks for, of a query no flags of responses. */
function isLeftOutByTshark({ protocol, quoted, header }: Layer, { name }: Field): boolean {
  const isQuery = protocol === 'dns' && !header.isResponse;
  return (quoted && protocol === 'tcp') || (isQuery && FLAGS_OF_RESPONSES.has(name));
}

const FLAGS_OF_RESPONSES = new Set(['authoritative', 'recursion-available', 'authentic-data', 'response-code']);

/** Compares every field of these frames; returns the fields that there were. */
function expectAgreement(frames: readonly Uint8Array[]): ReadonlySet<string> {
  const found = tsharkFields(pcapFile(frames.map((bytes, i) => ({ timeNs: BigInt(i) * 1_000_000n, bytes }))));
  expect(found.length).toBe(frames.length);
  const compared = frames.flatMap((bytes, i) => comparisons(bytes, found[i] ?? []));
  const different = compared.filter(({ ours, theirs }) => ours.value !== theirs.value || ours.check !== theirs.check);
  expect(different).toEqual([]);
  return new Set(compared.map(({ ours }) => ours.place.replace(/(-\d+)? at .*/, '')));
}

/** What really crossed a cable: the frames in the golden recordings of all labs. */
function recordedFrames(): Uint8Array[] {
  const labs = fileURLToPath(new URL('../../labs', import.meta.url));
  const files = readdirSync(labs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /recording[^/]*\.jsonl$/.test(file),
  );
  return files.flatMap((file) =>
    Array.from(readFileSync(join(labs, file), 'utf8').matchAll(/"bytes":"([0-9a-f]+)"/g), ([, hex = '']) =>
      hexToBytes(hex),
    ),
  );
}

const LATER_FRAGMENT = { kind: 'fragment', fragmentOffset: 1448, moreFragments: true, identification: 7 } as const;

const needed = hasTshark ? '' : ' (needs tshark)';

test.skipIf(!hasTshark)(`every field is the one that tshark shows${needed}`, { timeout: 60_000 }, () => {
  const encoded = fc.sample(arbitraryLayers, { numRuns: 500, seed: 793 }).map(encodeFrame);
  const odd = [
    tcpFrame({ checksum: 1 }),
    new Uint8Array([...tcpFrame({}, 'hello'), 0, 0, 0, 0]),
    udpFrame(53, hexToBytes(COMPRESSED_RESPONSE)),
    frameAround(ipv6Layer({ extensions: [LATER_FRAGMENT], protocol: 17 }), payloadLayer('the rest of a datagram')),
  ];
  expect(expectAgreement([...realFrameNames.map(realFrame), ...encoded, ...odd]).size).toBeGreaterThan(150);
});

test.skipIf(!hasTshark)(`so is every field of every recorded frame${needed}`, { timeout: 60_000 }, () => {
  const frames = recordedFrames();
  expect(frames.length === 0 || expectAgreement(frames).size > 20).toBe(true);
});

test.skipIf(!hasTshark)(
  `a pcapng file opens in tshark with its names and comments${needed}`,
  { timeout: 60_000 },
  () => {
    const frames = [...realFrameNames.map(realFrame), ...recordedFrames().slice(0, 200)];
    const comments = frames.map((_, i) => (i === 2 ? ['first', '第二条'] : [`step ${i}: “it’s” said`]));
    const file = pcapngFile({
      interfaces: [{ name: 'client' }, { name: '路由器', description: 'in the middle' }],
      packets: frames.map((bytes, i) => ({
        interface: i % 2,
        timeNs: 1_700_000_000_123_456_789n + BigInt(i),
        bytes,
        comments: comments[i] ?? [],
      })),
      comments: ['a run of Lockstep'],
      application: 'Lockstep',
    });
    const columns = ['frame.interface_name', 'frame.time_epoch', 'frame.comment', 'frame.len', '_ws.malformed'];
    const rows = tshark(file, ['-T', 'fields', '-E', 'separator=|', ...columns.flatMap((column) => ['-e', column])])
      .trimEnd()
      .split('\n')
      .map((row) => row.split('|'));
    expect(rows).toEqual(
      frames.map((bytes, i) => [
        i % 2 === 0 ? 'client' : '路由器',
        `1700000000.${String(123_456_789 + i)}`,
        comments[i]?.join(','),
        String(bytes.length),
        '',
      ]),
    );
    // A frame that carries the frame of somebody else's protocol may be malformed; the file is not.
    expect(tshark(file, ['-z', 'expert,error', '-q'])).not.toContain('Errors');
  },
);

test.skipIf(!hasTshark)(`what tshark writes is read${needed}`, { timeout: 60_000 }, () => {
  const frames = realFrameNames.map((name, i) => ({ timeNs: BigInt(i) * 1_000_000n, bytes: realFrame(name) }));
  for (const format of ['pcapng', 'pcap', 'nsecpcap']) {
    const { packets } = readCapture(tsharkCopy(pcapFile(frames), format));
    expect(packets.map(({ timeNs, bytes }) => ({ timeNs, bytes: new Uint8Array(bytes) }))).toEqual(frames);
  }
});

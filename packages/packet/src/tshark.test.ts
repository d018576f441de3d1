// What we decode is what Wireshark decodes: value, place and checksum verdict of every field, over the kernel's frames and
// many encoded ones.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLayers } from '../fixtures/arbitrary-frame.ts';
import { tcpFrame } from '../fixtures/frame-around.ts';
import { realFrame, realFrameNames } from '../fixtures/real-frames.ts';
import { decodeFrame } from './decode-frame.ts';
import { encodeFrame } from './encode-frame.ts';
import type { Layer } from './frame.ts';
import { hexToBytes } from './hex.ts';
import type { Field } from './layer.ts';
import { pcapFile } from './pcap-file.ts';

const hasTshark = spawnSync('tshark', ['--version']).status === 0;

/** Wireshark's name of each of our fields, and how its value becomes ours where it does not stand for the same. */
const NAMES: Readonly<Record<string, string | readonly [name: string, toOurs: (theirs: number) => number]>> = {
  'ethernet destination': 'eth.dst',
  'ethernet source': 'eth.src',
  'ethernet ether-type': 'eth.type',
  'ethernet length': 'eth.len',
  'vlan priority': 'vlan.priority',
  'vlan drop-eligible': 'vlan.dei',
  'vlan vlan-id': 'vlan.id',
  'vlan ether-type': 'vlan.etype',
  'arp hardware-type': 'arp.hw.type',
  'arp protocol-type': 'arp.proto.type',
  'arp hardware-length': 'arp.hw.size',
  'arp protocol-length': 'arp.proto.size',
  'arp operation': 'arp.opcode',
  'arp sender-mac': 'arp.src.hw_mac',
  'arp sender-ip': 'arp.src.proto_ipv4',
  'arp target-mac': 'arp.dst.hw_mac',
  'arp target-ip': 'arp.dst.proto_ipv4',
  'ipv4 version': 'ip.version',
  'ipv4 header-length': ['ip.hdr_len', (bytes) => bytes / 4],
  'ipv4 dscp': 'ip.dsfield.dscp',
  'ipv4 ecn': 'ip.dsfield.ecn',
  'ipv4 total-length': 'ip.len',
  'ipv4 identification': 'ip.id',
  'ipv4 flags': 'ip.flags',
  'ipv4 fragment-offset': 'ip.frag_offset',
  'ipv4 time-to-live': 'ip.ttl',
  'ipv4 protocol': 'ip.proto',
  'ipv4 checksum': 'ip.checksum',
  'ipv4 source': 'ip.src',
  'ipv4 destination': 'ip.dst',
  'ipv4 record-route-pointer': 'ip.opt.ptr',
  'ipv4 recorded-address': 'ip.rec_rt',
  'ipv4 router-alert': 'ip.opt.ra',
  'icmp type': 'icmp.type',
  'icmp code': 'icmp.code',
  'icmp checksum': 'icmp.checksum',
  'icmp identifier': 'icmp.ident',
  'icmp sequence': 'icmp.seq',
  'icmp next-hop-mtu': 'icmp.mtu',
  'icmp gateway': 'icmp.redir_gw',
  'tcp source-port': 'tcp.srcport',
  'tcp destination-port': 'tcp.dstport',
  'tcp sequence': 'tcp.seq_raw',
  'tcp acknowledgment': 'tcp.ack_raw',
  'tcp data-offset': ['tcp.hdr_len', (bytes) => bytes / 4],
  'tcp reserved': ['tcp.flags', (bits) => bits >> 8],
  'tcp flags': ['tcp.flags', (bits) => bits & 0xff],
  'tcp window': 'tcp.window_size_value',
  'tcp checksum': 'tcp.checksum',
  'tcp urgent-pointer': 'tcp.urgent_pointer',
  'tcp maximum-segment-size': 'tcp.options.mss_val',
  'tcp window-scale': 'tcp.options.wscale.shift',
  'tcp sack-left-edge': 'tcp.options.sack_le',
  'tcp sack-right-edge': 'tcp.options.sack_re',
  'tcp timestamp-value': 'tcp.options.timestamp.tsval',
  'tcp timestamp-echo-reply': 'tcp.options.timestamp.tsecr',
  'udp source-port': 'udp.srcport',
  'udp destination-port': 'udp.dstport',
  'udp length': 'udp.length',
  'udp checksum': 'udp.checksum',
};

const CHECKS: Readonly<Record<string, string>> = { 0: 'wrong', 1: 'correct', 2: 'unverified', 3: 'unverified' };
const PREFERENCES = [
  'ip.check_checksum:TRUE',
  'tcp.check_checksum:TRUE',
  'udp.check_checksum:TRUE',
  'ip.defragment:FALSE',
  'tcp.desegment_tcp_streams:FALSE',
  'tcp.relative_sequence_numbers:FALSE',
];

interface TheirField {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly show: string;
}

/** The fields that tshark finds in each frame. */
function tsharkFields(frames: readonly Uint8Array[]): readonly (readonly TheirField[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-packet-'));
  try {
    const file = join(folder, 'frames.pcap');
    writeFileSync(file, pcapFile(frames.map((bytes, i) => ({ timeNs: BigInt(i) * 1_000_000n, bytes }))));
    const preferences = PREFERENCES.flatMap((preference) => ['-o', preference]);
    const pdml = execFileSync('tshark', ['-n', '-r', file, '-T', 'pdml', ...preferences], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return pdml.split('<packet>').slice(1).map(parsePdml);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parsePdml(packet: string): readonly TheirField[] {
  const fields = packet.matchAll(/<field name="([^"]+)"[^>]*? size="(\d+)" pos="(\d+)" show="([^"]*)"/g);
  return Array.from(fields, ([, name = '', length, offset, show = '']) => ({
    name,
    offset: Number(offset),
    length: Number(length),
    show,
  }));
}

/** Bytes without a meaning of their own, which Wireshark shows in other portions. */
const NOT_COMPARED = new Set(['data', 'unused', 'option-padding', 'unknown-option-data']);

/** Wireshark's name for a field, or undefined where the two cannot be compared. A field without a name compares as wrong. */
function theirNameOf({ protocol, header }: Layer, { name, group }: Field): (typeof NAMES)[string] | undefined {
  const single = name.replace(/-\d+$/, '');
  const isNeeded = 'message' in header && header.code === 4;
  if (NOT_COMPARED.has(single) || (single === 'next-hop-mtu' && !isNeeded)) return undefined;
  const known = NAMES[`${protocol} ${single}`];
  if (known !== undefined || group === undefined) return known ?? '(no name)';
  return single.endsWith('-length') ? LENGTHS[protocol] : KINDS[protocol];
}

const KINDS: Readonly<Record<string, string>> = { ipv4: 'ip.opt.type', tcp: 'tcp.option_kind' };
const LENGTHS: Readonly<Record<string, string>> = { ipv4: 'ip.opt.len', tcp: 'tcp.option_len' };

/** The fields of a frame, each as ours and as theirs; equal when both agree. */
function comparisons(bytes: Uint8Array, theirs: readonly TheirField[]) {
  return decodeFrame(bytes).layers.flatMap((layer) =>
    layer.fields.flatMap((field) => {
      const named = theirNameOf(layer, field);
      if (named === undefined) return [];
      const [name, toOurs] = typeof named === 'string' ? [named] : named;
      const match = theirs.find((their) => their.name === name && isAround(their, field));
      if (match === undefined && isLeftOutByTshark(layer)) return [];
      const status = theirs.find((their) => their.name === `${name}.status` && their.offset === field.offset)?.show;
      const value = typeof field.value === 'string' ? match?.show : Number(match?.show);
      const place = `${layer.protocol} ${field.name} at ${field.offset}`;
      return [
        {
          ours: { place, value: field.value, check: layer.quoted ? undefined : field.check },
          theirs: {
            place,
            value: typeof value === 'number' && toOurs ? toOurs(value) : value,
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

/** Of a quoted segment tshark shows little more than the 8 bytes that RFC 792 asks for. */
function isLeftOutByTshark({ protocol, quoted }: Layer): boolean {
  return quoted && protocol === 'tcp';
}

/** Compares every field of these frames; returns the fields that there were. */
function expectAgreement(frames: readonly Uint8Array[]): ReadonlySet<string> {
  const found = tsharkFields(frames);
  expect(found.length).toBe(frames.length);
  const compared = frames.flatMap((bytes, i) => comparisons(bytes, found[i] ?? []));
  expect(compared.map(({ ours }) => ours)).toEqual(compared.map(({ theirs }) => theirs));
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

const needed = hasTshark ? '' : ' (needs tshark)';

test.skipIf(!hasTshark)(`every field is the one that tshark shows${needed}`, { timeout: 60_000 }, () => {
  const encoded = fc.sample(arbitraryLayers, { numRuns: 300, seed: 793 }).map(encodeFrame);
  const odd = [tcpFrame({ checksum: 1 }), new Uint8Array([...tcpFrame({}, 'hello'), 0, 0, 0, 0])];
  expect(expectAgreement([...realFrameNames.map(realFrame), ...encoded, ...odd]).size).toBeGreaterThan(60);
});

test.skipIf(!hasTshark)(`so is every field of every recorded frame${needed}`, { timeout: 60_000 }, () => {
  const frames = recordedFrames();
  expect(frames.length === 0 || expectAgreement(frames).size > 20).toBe(true);
});

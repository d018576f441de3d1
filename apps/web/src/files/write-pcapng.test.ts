import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytesToHex, decodeFrame, describeFrame, readCapture } from '@lockstep/packet';
import { createTrace, type Fact, parseTrace } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleHeader, sampleTrace } from '../testing/sample-run.ts';
import { hasSentFrames } from './has-sent-frames.ts';
import { writePcapng } from './write-pcapng.ts';

const SYN = '02000000000b02000000000a0800450000280000400040062' + '6ce0a0000010a0000029c56232800000007000000005002fa00';
const wire = { actor: 'a.kernel', source: 'wire', bytes: SYN } as const;
const frame = { ...wire, kind: 'frame.sent', protocol: 'udp', to: 'b', summary: 'UDP 1 → 2 len=3' } as const;

const facts: readonly Fact[] = [
  { ...frame, at: 1000, frame: 1, from: 'a' },
  { ...frame, at: 1001.4, frame: 2, from: 'b', link: 'raw-ip' },
  { actor: 'cable', source: 'wire', at: 1002, kind: 'frame.held', frame: 1, reason: 'by hand' },
  { actor: 'cable', source: 'wire', at: 1003, kind: 'frame.dropped', frame: 2, reason: 'by a rule' },
  { actor: 'b.kernel', source: 'wire', at: 1004, kind: 'frame.delivered', frame: 1, to: 'b' },
];

function framesTrace() {
  const trace = createTrace({ ...sampleHeader, mode: 'free' });
  for (const fact of facts) trace.append(fact);
  return trace;
}

test('each frame is one packet on the interface of the host that sent it', () => {
  const { interfaces, packets } = readCapture(writePcapng(framesTrace(), sampleLab, 'en'));
  expect(interfaces).toEqual([
    { name: 'a', description: 'a.kernel', linkType: 1 },
    { name: 'b', description: 'b.kernel', linkType: 101 },
  ]);
  const startNs = BigInt(Date.parse(sampleHeader.startedAt)) * 1_000_000n;
  expect(packets.map((packet) => [packet.interface, packet.timeNs, bytesToHex(packet.bytes)])).toEqual([
    [0, startNs + 1_000_000n, SYN],
    [1, startNs + 1_001_000n, SYN],
  ]);
});

test('a packet’s comments are the steps that are about it', () => {
  const { packets } = readCapture(writePcapng(framesTrace(), sampleLab, 'en'));
  expect(packets.map(({ comments }) => comments)).toEqual([
    [
      'step 1: A.kernel sends a UDP datagram of 3 bytes to port 2.',
      'step 3: The cable holds frame 1: by hand.',
      'step 5: Frame 1 arrives at b.kernel.',
    ],
    ['step 2: B.kernel sends a UDP datagram of 3 bytes to port 2.', 'step 4: Frame 2 is lost on the cable: by a rule.'],
  ]);
});

test('in Chinese they are Chinese', () => {
  const { packets, comments } = readCapture(writePcapng(framesTrace(), sampleLab, 'zh'));
  expect(packets[0]?.comments[0]).toMatch(/^第 1 步：/);
  expect(comments[0]).toContain('Sample（中）');
});

test('a run without frames has nothing to save', () => {
  expect(hasSentFrames(sampleTrace())).toBe(false);
  expect(hasSentFrames(framesTrace())).toBe(true);
});

const labs = fileURLToPath(new URL('../../../../packages/labs', import.meta.url));
const recordings = readdirSync(labs, { recursive: true, encoding: 'utf8' })
  .filter((file) => /recording[^/]*\.jsonl$/.test(file))
  .map((file) => [file, parseTrace(readFileSync(join(labs, file), 'utf8'))] as const)
  .filter(([, trace]) => hasSentFrames(trace));

test.each(recordings)('%s is written whole', (_, trace) => {
  const { packets } = readCapture(writePcapng(trace, sampleLab, 'en'));
  const sent = trace.slice(0).filter(({ kind }) => kind === 'tcp.segment-sent' || kind === 'frame.sent');
  expect(packets.length).toBe(sent.length);
  for (const { bytes, comments } of packets) {
    expect(describeFrame(decodeFrame(bytes))).not.toContain('malformed');
    expect(comments[0]).toMatch(/^step \d+: /);
  }
});

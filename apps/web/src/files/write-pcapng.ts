// A run's frames as a capture file for Wireshark. Each packet says in its comments which steps of the run are about it,
// in the run's own sentences, so that one finds the step from the packet and, by a filter, the packet from the step.
import { type Lab, type Language, sentenceOf } from '@lockstep/lab';
import { hexToBytes, linkTypeNumber, type PcapngInterface, type PcapngPacket, pcapngFile } from '@lockstep/packet';
import type { EventOf, Trace, TraceEvent } from '@lockstep/trace';
import { fileWords } from '../words/file-words.ts';
import { isSendingKind } from './has-sent-frames.ts';

type Sending = EventOf<'tcp.segment-sent' | 'frame.sent'>;

interface Packet {
  readonly sent: Sending;
  readonly comments: string[];
}

const NS_PER_US = 1000n;
const NS_PER_MS = 1_000_000n;

/** One packet for each frame as it left its host, on an interface with the host's name. */
export function writePcapng(trace: Trace, lab: Lab, language: Language): Uint8Array {
  const words = fileWords[language];
  const interfaces: PcapngInterface[] = [];
  const startedNs = BigInt(Date.parse(trace.header.startedAt)) * NS_PER_MS;
  const packets = packetsOf(trace, (event) =>
    words.step(event.seq + 1, sentenceOf(event, { lab, trace, language })),
  ).map(
    ({ sent, comments }): PcapngPacket => ({
      interface: interfaceOf(interfaces, sent, lab, language),
      timeNs: startedNs + BigInt(Math.round(sent.at)) * NS_PER_US,
      bytes: hexToBytes(sent.bytes),
      comments,
    }),
  );
  const { run } = trace.header;
  const comments = [words.about(lab.title[language], run, trace.length), words.filter];
  return pcapngFile({ interfaces, packets, comments, application: 'Lockstep' });
}

/** All that the trace tells of a frame is a comment of its packet. */
function packetsOf(trace: Trace, tell: (event: TraceEvent) => string): readonly Packet[] {
  const packets = new Map<number, Packet>();
  for (let seq = 0; seq < trace.length; seq++) {
    if (!isFrameKind(trace.kindAt(seq))) continue;
    const event = trace.event(seq);
    if (!('frame' in event)) continue;
    if (isSending(event)) packets.set(event.frame, { sent: event, comments: [tell(event)] });
    else packets.get(event.frame)?.comments.push(tell(event));
  }
  return [...packets.values()];
}

/** An interface for each host, and for each link type where a host has several. */
function interfaceOf(interfaces: PcapngInterface[], { from, link }: Sending, lab: Lab, language: Language): number {
  const linkType = linkTypeNumber(link);
  const known = interfaces.findIndex((one) => one.name === from && one.linkType === linkType);
  if (known >= 0) return known;
  return interfaces.push({ name: from, description: lab.actorName(`${from}.kernel`)[language], linkType }) - 1;
}

function isSending(event: TraceEvent): event is Sending {
  return isSendingKind(event.kind);
}

function isFrameKind(kind: string): boolean {
  return kind.startsWith('tcp.segment-') || kind.startsWith('frame.');
}

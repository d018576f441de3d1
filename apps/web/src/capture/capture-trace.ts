// A conversation of a capture as a trace, so that the player shows it as it shows a run.
import { type Capture, decodeFrame } from '@lockstep/packet';
import { createTrace, FORMAT_VERSION, type Header, type Trace } from '@lockstep/trace';
import { deliveredFact, sentFact } from './capture-facts.ts';
import { CAPTURE, CAPTURE_FILE } from './capture-id.ts';
import { linkTypeAt } from './capture-link.ts';
import { type Conversation, isFromA } from './conversations.ts';
import { type Endpoint, endpointText, packetEnds } from './packet-ends.ts';

export interface CaptureTraceLimits {
  readonly mostEvents: number;
  /** Captured bytes that are kept in the trace. */
  readonly mostBytes: number;
}

export const TRACE_LIMITS: CaptureTraceLimits = { mostEvents: 200_000, mostBytes: 48 * 2 ** 20 };

const EVENTS_A_PACKET = 2;
const PACKETS_AT_A_TIME = 2000;

/** Lets the page breathe while much is done. */
export type Pause = () => Promise<void>;

/** Takes the first packets of the conversation, as many as the limits allow; the header's knobs say how many not. */
export async function captureTrace(
  capture: Capture,
  conversation: Conversation,
  file: string,
  pause: Pause,
  limits: CaptureTraceLimits = TRACE_LIMITS,
): Promise<Trace> {
  const taken = packetsWithin(capture, conversation, limits);
  const [a, b] = conversation.isOpenSeen ? ['client', 'server'] : ['a', 'b'];
  const startNs = taken.map((index) => capture.packets[index]?.timeNs).find((timeNs) => timeNs !== undefined) ?? 0n;
  const trace = createTrace(headerOf(conversation, file, [a, b], startNs, taken.length));
  let at = 0;
  for (const [count, index] of taken.entries()) {
    if (count % PACKETS_AT_A_TIME === PACKETS_AT_A_TIME - 1) await pause();
    const packet = capture.packets[index];
    const linkType = linkTypeAt(capture, index);
    if (!packet || !linkType) continue;
    const frame = decodeFrame(packet.bytes, linkType);
    const [from, to] = isFromA(conversation, packetEnds(frame)) ? [a, b] : [b, a];
    // Times in a file may go back a little; those of a trace do not.
    if (packet.timeNs !== undefined) at = Math.max(at, Number((packet.timeNs - startNs) / 1000n));
    const seen = { number: index + 1, from, to, at, frame, linkType, comments: packet.comments };
    deliveredAfter(trace, seen);
  }
  return trace;
}

function deliveredAfter(trace: Trace, seen: Parameters<typeof sentFact>[0]): void {
  trace.append(deliveredFact(seen, trace.append(sentFact(seen))));
}

function packetsWithin(capture: Capture, { packets }: Conversation, limits: CaptureTraceLimits): readonly number[] {
  const most = Math.floor(limits.mostEvents / EVENTS_A_PACKET);
  let bytes = 0;
  const end = packets.findIndex((index, count) => {
    bytes += capture.packets[index]?.bytes.length ?? 0;
    return count >= most || bytes > limits.mostBytes;
  });
  return end < 0 ? packets : packets.slice(0, end);
}

function headerOf(
  conversation: Conversation,
  file: string,
  [a, b]: readonly [string, string],
  startNs: bigint,
  taken: number,
): Header {
  const host = (name: string, { address }: Endpoint, colour: 1 | 2) =>
    ({ id: `${name}.kernel`, role: 'kernel', colour, host: name, address }) as const;
  return {
    format: 'lockstep',
    version: FORMAT_VERSION,
    run: file.replaceAll(/[^\w.-]+/g, '-'),
    lab: CAPTURE,
    mode: 'free',
    knobs: {
      file,
      kind: conversation.kind,
      a: endpointText(conversation.a),
      b: endpointText(conversation.b),
      packets: taken,
      leftOut: conversation.packets.length - taken,
    },
    seed: 0,
    actors: [host(a, conversation.a, 1), { id: 'cable', role: 'cable', colour: 0 }, host(b, conversation.b, 2)],
    reality: { parts: [CAPTURE_FILE] },
    machine: { platform: '', kernel: '', node: '', cores: 0 },
    startedAt: startTime(startNs),
  };
}

/** A file may say any time at all. */
function startTime(ns: bigint): string {
  const ms = Number(ns / 1_000_000n);
  return new Date(Math.abs(ms) <= LATEST_MS ? ms : 0).toISOString();
}

/** The year 9999: later ones are written in another manner. */
const LATEST_MS = 253_402_300_799_999;

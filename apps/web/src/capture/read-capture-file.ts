// A capture file, read and sorted. It may be gzipped, as Wireshark writes it on demand.
import { type Capture, CaptureError, decodeFrame, readCapture } from '@lockstep/packet';
import { linkTypeAt, unknownLinks } from './capture-link.ts';
import type { Pause } from './capture-trace.ts';
import { type Conversation, createConversationSorter } from './conversations.ts';

/** A capture file with its conversations, largest first. */
export interface OpenedCapture {
  readonly name: string;
  readonly capture: Capture;
  readonly conversations: readonly Conversation[];
  /** Packets whose link type is not decoded. */
  readonly unknown: number;
}

const MOST_BYTES = 256 * 2 ** 20;
const MOST_PACKETS = 300_000;
const PACKETS_AT_A_TIME = 2000;

/** @throws CaptureError naming the byte that is wrong. */
export async function readCaptureFile(
  name: string,
  stream: ReadableStream<Uint8Array>,
  pause: Pause,
): Promise<OpenedCapture> {
  const capture = readCapture(await bytesOf(stream), { mostPackets: MOST_PACKETS });
  const sorter = createConversationSorter();
  let unknown = 0;
  for (const [index, { bytes }] of capture.packets.entries()) {
    if (index % PACKETS_AT_A_TIME === PACKETS_AT_A_TIME - 1) await pause();
    const linkType = linkTypeAt(capture, index);
    if (linkType) sorter.add(index, decodeFrame(bytes, linkType));
    else unknown++;
  }
  const conversations = sorter.conversations();
  if (conversations.length === 0) throw new CaptureError(capture.packets[0]?.offset ?? 0, emptyReason(capture));
  return { name, capture, conversations, unknown };
}

function emptyReason(capture: Capture): string {
  const links = unknownLinks(capture);
  if (capture.packets.length === 0) return 'the capture has no packets';
  return `packets of link type ${links.join(', ')} are not decoded; Ethernet, raw IP, Linux cooked and loopback are`;
}

/** Compressed or not, no more is read than the limit. */
async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length <= MOST_BYTES) continue;
    await reader.cancel();
    throw new CaptureError(MOST_BYTES, `at most ${MOST_BYTES / 2 ** 20} MB of a capture are read`);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

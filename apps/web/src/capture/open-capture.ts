import { isCapture } from '@lockstep/packet';
import type { Opened } from '../files/opened-file.ts';
import { captureTrace, type Pause } from './capture-trace.ts';
import type { Conversation } from './conversations.ts';
import { type OpenedCapture, readCaptureFile } from './read-capture-file.ts';

/** By its first bytes; a file with the name of a capture is to be one. */
export function isCaptureFile(name: string, first: Uint8Array): boolean {
  return isCapture(first) || /\.(pcap|pcapng|cap)(\.gz)?$/i.test(name);
}

/** The largest conversation of a capture. @throws CaptureError naming the byte that is wrong. */
export async function openCapture(name: string, stream: ReadableStream<Uint8Array>): Promise<Opened> {
  const capture = await readCaptureFile(name, stream, nextTask);
  const [largest] = capture.conversations;
  if (!largest) throw new Error('a capture without conversations was not refused');
  return openConversation(capture, largest);
}

export async function openConversation(capture: OpenedCapture, conversation: Conversation): Promise<Opened> {
  const { name } = capture;
  return { name, capture, trace: await captureTrace(capture.capture, conversation, name, nextTask) };
}

/** Whatever waits, a click or a drawing, comes first. */
const nextTask: Pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

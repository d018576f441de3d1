import { isColumnsForm } from '@lockstep/trace';
import type { Opened } from './opened-file.ts';
import { plainStream } from './plain-stream.ts';
import { readRecording } from './read-recording.ts';

/** A recording begins as every JSON object does or with its magic number, a page as every tag; what does neither may be a capture. */
const BRACE = 0x7b;
const LESS_THAN = 0x3c;

/**
 * Reads a recording or a capture from a file, gzipped or plain, or a recording out of one HTML file.
 * @throws RecordingError naming the line or the byte that is wrong, CaptureError naming the byte, or TypeError when the compression
 * is broken.
 */
export async function readOpened(file: File): Promise<Opened> {
  const first = await firstBytes(file);
  if (first[0] === LESS_THAN) {
    const { recordingInHtml } = await import('./recording-in-html.ts');
    return { trace: await readRecording(await recordingInHtml(file)), name: file.name };
  }
  if (first[0] !== BRACE && !isColumnsForm(first)) {
    // Nobody who opens no capture needs what reads one.
    const { isCaptureFile, openCapture } = await import('../capture/open-capture.ts');
    if (isCaptureFile(file.name, first)) return openCapture(file.name, await plainStream(file));
  }
  return { trace: await readRecording(file), name: file.name };
}

async function firstBytes(file: Blob): Promise<Uint8Array> {
  const reader = (await plainStream(file)).getReader();
  const { value = new Uint8Array() } = await reader.read();
  await reader.cancel();
  return value.subarray(0, 8);
}

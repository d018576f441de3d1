import { open } from 'node:fs/promises';
import type { LabLibrary } from '../labs/lab-library.ts';
import type { StoredRecording } from '../recordings/recordings.ts';
import { type Description, describeRecording } from './describe-recording.ts';

/** A longer one is not read into memory for the sake of a list. */
const MOST_BYTES = 256 * 1024 * 1024;

export async function describeFile(
  { path, byteLength, isFinal }: StoredRecording,
  labs: LabLibrary,
): Promise<Description> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(Math.min(byteLength, MOST_BYTES));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    const text = bytes.toString('utf8', 0, bytesRead);
    // Whole lines only, where it had to be cut.
    return describeRecording(text.slice(0, text.lastIndexOf('\n') + 1), labs, isFinal);
  } finally {
    await file.close();
  }
}

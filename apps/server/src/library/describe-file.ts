import { createReadStream } from 'node:fs';
import { createRecordingReader, RecordingError } from '@lockstep/trace';
import type { LabLibrary } from '../labs/lab-library.ts';
import type { StoredRecording } from '../recordings/recordings.ts';
import { type Description, describeRecording } from './describe-recording.ts';

/** Reads a recording for the list, piece by piece. */
export async function describeFile(recording: StoredRecording, labs: LabLibrary): Promise<Description> {
  const { path, byteLength, isFinal } = recording;
  const reader = createRecordingReader();
  try {
    const texts = createReadStream(path, { encoding: 'utf8', end: byteLength - 1 });
    for await (const text of texts) reader.write(text as string);
    return describeRecording(reader.end(), labs, isFinal);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    return describeRecording(reader.trace, labs, isFinal, error);
  }
}

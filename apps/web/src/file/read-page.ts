import type { Lab } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { readRecording } from '../files/read-recording.ts';
import { loadLab } from '../labs/lab-parts.ts';
import { recordedLab } from './recorded-lab.ts';
import { bytesOfRecording, RECORDING_ID } from './recording-in-page.ts';

export interface RecordedPage {
  readonly trace: Trace;
  readonly lab: Lab;
}

/** The recording in this very page, and its lab. @throws RecordingError, or Error when there is none. */
export async function readPage(page: Document): Promise<RecordedPage> {
  const script = page.getElementById(RECORDING_ID);
  if (!script) throw new Error('this file has no recording in it');
  const trace = await readRecording(new Blob([bytesOfRecording(script.textContent)]));
  const lab = await loadLab(trace.header.lab);
  if (!lab) throw new Error(`the lab ${trace.header.lab} is not in this file`);
  return { trace, lab: recordedLab(lab) };
}

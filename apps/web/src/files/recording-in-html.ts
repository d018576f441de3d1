import { bytesOfRecording, RECORDING_ID, RECORDING_TYPE } from '../file/recording-in-page.ts';

const MOST_BYTES = 512 * 2 ** 20;
const BEGIN = `<script type="${RECORDING_TYPE}" id="${RECORDING_ID}">`;
const END = '</script>';

/** The recording inside an HTML file that Lockstep made. Nothing of the file is run. @throws Error when there is none. */
export async function recordingInHtml(file: Blob): Promise<Blob> {
  if (file.size > MOST_BYTES) throw new Error(`at most ${MOST_BYTES / 2 ** 20} MB of an HTML file are read`);
  const text = await file.text();
  const begin = text.lastIndexOf(BEGIN);
  const end = text.indexOf(END, begin + BEGIN.length);
  if (begin < 0 || end < 0) throw new Error('this is an HTML file without a recording in it');
  try {
    return new Blob([bytesOfRecording(text.slice(begin + BEGIN.length, end))]);
  } catch {
    throw new Error(`byte ${begin + BEGIN.length}: the recording in this HTML file is broken`);
  }
}

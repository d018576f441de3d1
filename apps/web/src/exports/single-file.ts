// A run with everything that shows it, in one file: the player is a template that was built for this, and the recording
// goes into it as text that no parser of HTML can take for anything else.
import type { Lab, Language } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { RECORDING_ID, RECORDING_TYPE } from '../file/recording-in-page.ts';
import { writeRecording } from '../files/write-recording.ts';
import { base } from '../site.ts';

const TEMPLATE = 'single-file.html';

export async function singleFile(trace: Trace, lab: Lab, language: Language): Promise<Blob> {
  const [template, recording] = await Promise.all([fetchTemplate(), writeRecording(trace)]);
  const parts = withRecording(template, {
    title: `${lab.title[language]} · Lockstep`,
    recording: base64(new Uint8Array(await recording.arrayBuffer())),
  });
  return new Blob([...parts], { type: 'text/html' });
}

/** Puts a recording into the template. The title is escaped; base64 has no character that HTML knows. */
export function withRecording(
  template: string,
  { title, recording }: { readonly title: string; readonly recording: string },
): readonly string[] {
  const end = template.lastIndexOf('</body>');
  if (end < 0) throw new Error('the player’s template is not what was expected');
  const head = template.slice(0, end).replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`);
  return [
    head,
    `<script type="${RECORDING_TYPE}" id="${RECORDING_ID}">`,
    recording,
    '</script>\n',
    template.slice(end),
  ];
}

async function fetchTemplate(): Promise<string> {
  const response = await fetch(`${base}/${TEMPLATE}`);
  const text = response.ok ? await response.text() : '';
  // A static host may answer any address with its own page.
  if (!text.includes('data-lockstep-file')) throw new Error('the player’s template is not on this server');
  return text;
}

const BYTES_AT_A_TIME = 0x6000; // a multiple of three: no padding in the middle

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_AT_A_TIME)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_A_TIME))));
  return pieces.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import { RecordingError, serializeTrace } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { readOpened } from '../files/read-opened.ts';
import { writeRecording } from '../files/write-recording.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { withRecording } from './single-file.ts';

const template = '<!doctype html><html data-lockstep-file><title>Lockstep</title><body><div></div></body></html>';

async function base64(file: Blob): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())));
}

function fileOf(parts: readonly string[], name = 'run.html'): File {
  return new File([...parts], name);
}

test('what was put into a page is read out of it', async () => {
  const recording = await base64(await writeRecording(sampleTrace()));
  const { trace, name } = await readOpened(fileOf(withRecording(template, { title: 'a', recording })));
  expect(name).toBe('run.html');
  expect(serializeTrace(trace)).toBe(serializeTrace(sampleTrace()));
});

test('a title cannot leave its place', () => {
  const text = withRecording(template, { title: '</title><script>alert("$&")</script>', recording: 'AA==' }).join('');
  expect(text).toContain('<title>&lt;/title&gt;&lt;script&gt;alert("$&amp;")&lt;/script&gt;</title>');
  expect(text.match(/<script/g)).toHaveLength(1);
});

test('a template of another shape is refused', () => {
  expect(() => withRecording('<p>Not found', { title: '', recording: '' })).toThrow('not what was expected');
});

test('a page without a recording says so, and a broken one where', async () => {
  await expect(readOpened(fileOf([template]))).rejects.toThrow('an HTML file without a recording in it');
  const broken = withRecording(template, { title: 'a', recording: '***' });
  await expect(readOpened(fileOf(broken))).rejects.toThrow(/^byte \d+: the recording in this HTML file is broken$/);
  const wrong = withRecording(template, { title: 'a', recording: btoa('{"format":"lockstep"}') });
  await expect(readOpened(fileOf(wrong))).rejects.toThrow(RecordingError);
});

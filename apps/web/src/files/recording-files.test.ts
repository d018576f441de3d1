import { serializeTrace } from '@lockstep/trace';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleTrace } from '../testing/sample-run.ts';
import { useOpenedFile } from './opened-file.ts';
import { readRecording } from './read-recording.ts';
import { recordingName, writeRecording } from './write-recording.ts';

const text = serializeTrace(sampleTrace());

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  useOpenedFile.setState({ opened: undefined, problem: undefined });
});

test('what is saved is read back, gzipped', async () => {
  const file = await writeRecording(sampleTrace());
  expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x1f, 0x8b]));
  expect(serializeTrace(await readRecording(file))).toBe(text);
});

test('a plain file is read too', async () => {
  expect(serializeTrace(await readRecording(new Blob([text])))).toBe(text);
});

test('a file is named after its lab and its run', () => {
  expect(recordingName(sampleTrace())).toBe('sample-run-1.lockstep.jsonl.gz');
});

test('opening tells which lab the recording belongs to', async () => {
  expect(await useOpenedFile.getState().open(new File([text], 'a.jsonl'))).toBe('sample');
  expect(useOpenedFile.getState().opened?.trace.length).toBe(7);
});

test('a broken line is named', async () => {
  const broken = text.replace('value.computed', 'value.guessed');
  expect(await useOpenedFile.getState().open(new File([broken], 'b.jsonl'))).toBeUndefined();
  expect(useOpenedFile.getState().problem).toEqual({
    name: 'b.jsonl',
    message: 'line 4: unknown kind of event "value.guessed"',
  });
});

test('a file of another kind is refused in words', async () => {
  await useOpenedFile.getState().open(new File(['PK not json'], 'c.zip'));
  expect(useOpenedFile.getState().problem?.message).toBe('line 1: this line is not JSON');
});

import { pcapFile } from '@lockstep/packet';
import { parseTrace, serializeColumns, serializeTrace } from '@lockstep/trace';
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

const gzip = (blob: Blob) => new Response(blob.stream().pipeThrough(new CompressionStream('gzip'))).blob();

test('the binary form is read too, gzipped and plain', async () => {
  const form = new Blob([serializeColumns(sampleTrace())]);
  for (const file of [form, await gzip(form)]) expect(serializeTrace(await readRecording(file))).toBe(text);
  expect(await useOpenedFile.getState().open(new File([await gzip(form)], 'a.lockstep.gz'))).toBe('sample');
  expect(await useOpenedFile.getState().open(new File([form.slice(0, 90)], 'half'))).toBeUndefined();
  expect(useOpenedFile.getState().problem?.message).toBe('byte 90: the file ends in the middle');
});

test('either form is read however small the pieces are, letters of several bytes too', async () => {
  const chinese = text.replace('"t2"', '"线程二"');
  for (const bytes of [new TextEncoder().encode(chinese), serializeColumns(parseTrace(chinese))]) {
    const file = new Blob([bytes]);
    vi.spyOn(file, 'stream').mockImplementation(() => new Blob([bytes]).stream().pipeThrough(oneByOne()));
    expect(serializeTrace(await readRecording(file))).toBe(serializeTrace(parseTrace(chinese)));
  }
});

function oneByOne(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(piece, controller) {
      for (let at = 0; at < piece.length; at++) controller.enqueue(piece.slice(at, at + 1));
    },
  });
}

test('a small file that unpacks to far more than a recording is let go in time', async () => {
  const [header] = text.split('\n');
  const bomb = await gzip(new Blob([`${header}\n`, ...Array.from({ length: 64 }, () => ' '.repeat(2 ** 20))]));
  expect(bomb.size).toBeLessThan(2 ** 20 / 10);
  await expect(readRecording(bomb)).rejects.toThrow('line 2: it has more than 8388608 characters');
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

const capture = pcapFile([{ timeNs: 0n, bytes: new Uint8Array(60) }]);

test('a capture is opened as a trace of its own page, gzipped too', async () => {
  expect(await useOpenedFile.getState().open(new File([new Uint8Array(capture)], 'd.pcap'))).toBe('capture');
  expect(useOpenedFile.getState().opened?.capture?.conversations.length).toBe(1);
  const gzipped = new Blob([new Uint8Array(capture)]).stream().pipeThrough(new CompressionStream('gzip'));
  const file = new File([await new Response(gzipped).blob()], 'e.pcap.gz');
  expect(await useOpenedFile.getState().open(file)).toBe('capture');
});

test('what was open stays open when the next file is refused', async () => {
  await useOpenedFile.getState().open(new File([new Uint8Array(capture)], 'd.pcap'));
  const { opened } = useOpenedFile.getState();
  expect(
    await useOpenedFile.getState().open(new File([new Uint8Array(capture.subarray(0, 50))], 'f.pcap')),
  ).toBeUndefined();
  expect(useOpenedFile.getState()).toMatchObject({
    opened,
    problem: { name: 'f.pcap', message: 'byte 40: a packet takes 60 bytes, 10 are there' },
    isReading: false,
  });
});

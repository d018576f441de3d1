import { createReadStream } from 'node:fs';
import { BATCH_CHARACTERS } from '../runs/event-lines.ts';
import type { StoredRecording } from './recordings.ts';

/** A piece of a recording on disk, in the form in which it is sent. */
export interface StoredBatch {
  readonly header: string;
  readonly from: number;
  readonly lines: string;
  /** The last event read so far, this batch's or one before it; undefined in a recording without events. */
  readonly lastLine: string | undefined;
  readonly isLast: boolean;
}

/**
 * Reads a recording piece by piece, events `from` on; the reader sets the pace. The last batch says so, and comes also
 * when there is nothing from `from` on: then its `from` is the number of events that there are.
 */
export async function* readBatches(recording: StoredRecording, from: number): AsyncGenerator<StoredBatch> {
  let header: string | undefined;
  let lines = '';
  let seq = 0;
  let first = from;
  let lastLine: string | undefined;
  for await (const line of readLines(recording)) {
    if (header === undefined) {
      header = line;
      continue;
    }
    if (lines.length >= BATCH_CHARACTERS) {
      yield { header, from: first, lines, lastLine, isLast: false };
      lines = '';
      first = seq;
    }
    if (seq >= from) lines += `${line}\n`;
    lastLine = line;
    seq++;
  }
  if (header !== undefined) yield { header, from: Math.min(first, seq), lines, lastLine, isLast: true };
}

async function* readLines({ path, byteLength }: StoredRecording): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', end: byteLength - 1 })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
}

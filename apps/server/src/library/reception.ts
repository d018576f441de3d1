import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RecordingFiles } from '../recordings/recordings.ts';
import { createRunId } from '../recordings/recordings.ts';
import type { Describer } from './create-describer.ts';
import { LibraryRefusal } from './library-refusal.ts';

export interface ReceptionOptions {
  readonly directory: string;
  readonly files: RecordingFiles;
  readonly describer: Describer;
  readonly maxImportBytes: number;
}

/** Where recordings come in from elsewhere: one at a time, and each is read to its end before it is one of ours. */
export function createReception({ directory, files, describer, maxImportBytes }: ReceptionOptions) {
  let isBusy = false;

  async function take(body: AsyncIterable<Buffer>, place: string): Promise<string> {
    const from = join(place, 'sent');
    const to = join(place, 'checked');
    await pipeline(body, (chunks: AsyncIterable<Buffer>) => bounded(chunks, maxImportBytes), createWriteStream(from));
    const takenRuns = (await files.list()).map(({ run }) => run);
    const run = await check({ from, to, maxBytes: maxImportBytes, otherRun: createRunId(), takenRuns });
    await files.adopt(to, run);
    return run;
  }

  async function check(request: Parameters<Describer['import']>[0]): Promise<string> {
    try {
      return await describer.import(request);
    } catch (error) {
      throw new LibraryRefusal('bad-recording', (error as Error).message);
    }
  }

  return {
    /** @returns the run. @throws LibraryRefusal bad-recording, too-large, not-now */
    async receive(body: AsyncIterable<Buffer>): Promise<string> {
      if (isBusy) throw new LibraryRefusal('not-now', 'another recording is just being taken in');
      isBusy = true;
      // In the directory of the library, so that it can be moved and need not be copied.
      const place = await mkdtemp(join(directory, 'incoming-'));
      try {
        return await take(body, place);
      } finally {
        isBusy = false;
        await rm(place, { recursive: true, force: true });
      }
    },
  };
}

async function* bounded(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let byteLength = 0;
  for await (const chunk of chunks) {
    byteLength += chunk.length;
    if (byteLength > maxBytes)
      throw new LibraryRefusal('too-large', `a recording may have ${Math.floor(maxBytes / 1e6)} MB`);
    yield chunk;
  }
}

import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { createRecordingReader, createTrace, serializeTrace, type Trace } from '@lockstep/trace';

export interface ImportRequest {
  /** What was sent, as it came. */
  readonly from: string;
  /** Where the recording is to be written. */
  readonly to: string;
  /** Of the text, unpacked. */
  readonly maxBytes: number;
  /** The run is called so if its own name is taken, or none of ours. */
  readonly otherRun: string;
  readonly takenRuns: readonly string[];
}

const RUN = /^[0-9a-f]{32}$/;
const GZIP = Buffer.from([0x1f, 0x8b]);

/**
 * Checks a file that somebody sent, every line of it, and writes it as today's version does.
 * @throws Error naming the place where it cannot be read
 */
export async function importFile(request: ImportRequest): Promise<{ readonly run: string }> {
  const trace = await read(request);
  const { run } = trace.header;
  if (RUN.test(run) && !request.takenRuns.includes(run)) {
    await writeFile(request.to, serializeTrace(trace), { flag: 'wx' });
    return { run };
  }
  await writeFile(request.to, serializeTrace(renamed(trace, request.otherRun)), { flag: 'wx' });
  return { run: request.otherRun };
}

async function read({ from, maxBytes }: ImportRequest): Promise<Trace> {
  const file = createReadStream(from);
  const source = (await beginsWith(from, GZIP)) ? file.pipe(createGunzip()) : file;
  // An error of the file ends the reading too.
  file.on('error', (error) => source.destroy(error));
  const reader = createRecordingReader();
  const decoder = new TextDecoder();
  let byteLength = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      byteLength += chunk.length;
      if (byteLength > maxBytes) throw new Error(`the recording is larger than ${Math.floor(maxBytes / 1e6)} MB`);
      reader.write(decoder.decode(chunk, { stream: true }));
    }
    reader.write(decoder.decode());
    return reader.end();
  } finally {
    file.destroy();
  }
}

async function beginsWith(path: string, magic: Buffer): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: magic.length - 1 })) return magic.equals(chunk as Buffer);
  return false;
}

function renamed(trace: Trace, run: string): Trace {
  const copy = createTrace({ ...trace.header, run });
  for (let seq = 0; seq < trace.length; seq++) copy.append(trace.event(seq));
  return copy;
}

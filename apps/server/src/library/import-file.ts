import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { createTrace, parseTrace, serializeTrace, type Trace } from '@lockstep/trace';

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
  const trace = parseTrace(await readText(request));
  const { run } = trace.header;
  if (RUN.test(run) && !request.takenRuns.includes(run)) {
    await writeFile(request.to, serializeTrace(trace), { flag: 'wx' });
    return { run };
  }
  await writeFile(request.to, serializeTrace(renamed(trace, request.otherRun)), { flag: 'wx' });
  return { run: request.otherRun };
}

async function readText({ from, maxBytes }: ImportRequest): Promise<string> {
  const isZipped = await beginsWith(from, GZIP);
  const file = createReadStream(from);
  const source = isZipped ? file.pipe(createGunzip()) : file;
  // An error of the file ends the reading too.
  file.on('error', (error) => source.destroy(error));
  const chunks: Buffer[] = [];
  let byteLength = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    byteLength += chunk.length;
    if (byteLength > maxBytes) {
      file.destroy();
      throw new Error(`the recording is larger than ${Math.floor(maxBytes / 1e6)} MB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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

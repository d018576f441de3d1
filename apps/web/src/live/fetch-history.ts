// What happened before we came, in pieces that the server has ready and the browser keeps: a late comer has them in a
// moment, whatever the length of the run. What came after the last piece comes by the line, as frames.
import type { Trace } from '@lockstep/trace';
import { takeFrame } from './take-frame.ts';

/** What the server has of a run, as `/api/recordings/:run/chunks` tells it. */
interface Extent {
  /** Events of a chunk. */
  readonly chunkEvents: number;
  /** Number of chunks. */
  readonly complete: number;
}

/** A line that hangs says nothing; whoever waits for history could not even watch. */
const ANSWER_WITHIN_MS = 8000;

/** Chunks under way at a time: one is parsed while the next ones come. */
const AT_ONCE = 4;

/**
 * Appends to `trace` what the server has of the run's history, or makes the trace. Undefined: it has nothing, or does not
 * know the run. Rejects when there is no server, and with a RecordingError when what it has is no recording.
 */
export async function fetchHistory(run: string, trace?: Trace): Promise<Trace | undefined> {
  const url = `/api/recordings/${run}/chunks`;
  const extent = await fetchExtent(url);
  if (!extent) return trace;
  const first = Math.floor((trace?.length ?? 0) / extent.chunkEvents);
  const coming: Promise<string>[] = [];
  const fetchNext = () => {
    const chunk = first + coming.length;
    if (chunk >= extent.complete) return;
    const text = fetchText(`${url}/${chunk}`);
    // A later one may fail while an earlier one is awaited.
    text.catch(() => undefined);
    coming.push(text);
  };
  for (let n = 0; n < AT_ONCE; n++) fetchNext();
  let taken = trace;
  for (let index = 0; index < coming.length; index++) {
    const text = await coming[index];
    fetchNext();
    taken = takeChunk(taken, run, (first + index) * extent.chunkEvents, text as string);
  }
  return taken;
}

/** The first chunk begins with the header of the recording. */
function takeChunk(trace: Trace | undefined, run: string, from: number, text: string): Trace | undefined {
  const headerEnd = from === 0 ? text.indexOf('\n') : -1;
  const frame = { run, from, lines: text.slice(headerEnd + 1), status: { state: 'running' } } as const;
  const taken = takeFrame(trace, from === 0 ? { ...frame, header: text.slice(0, headerEnd) } : frame);
  if (taken === 'hole') throw new Error(`a chunk from event ${from} does not follow on`);
  return taken;
}

async function fetchExtent(url: string): Promise<Extent | undefined> {
  const response = await fetchInTime(url);
  if (response.status >= 500) throw new Error(`no answer from ${url}`);
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return undefined;
  return (await response.json()) as Extent;
}

async function fetchText(url: string): Promise<string> {
  const response = await fetchInTime(url);
  if (!response.ok) throw new Error(`no answer from ${url}`);
  return await response.text();
}

function fetchInTime(url: string): Promise<Response> {
  return fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
}

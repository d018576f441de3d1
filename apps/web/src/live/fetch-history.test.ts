import { RecordingError, serializeTrace } from '@lockstep/trace';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleTrace } from '../testing/sample-run.ts';
import { fetchHistory } from './fetch-history.ts';

const whole = serializeTrace(sampleTrace());
const [header, ...events] = whole.trimEnd().split('\n') as [string, ...string[]];
let asked: string[];

/** A server that has the first `complete` chunks of two events each; what is in `instead` it says otherwise. */
function serve(complete: number, instead: Record<string, Response> = {}): void {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const other = instead[url];
    if (other) return other.clone();
    const chunk = /\/chunks(?:\/(\d+))?$/.exec(url)?.[1];
    if (chunk === undefined) return Response.json({ chunkEvents: 2, complete });
    const lines = events.slice(2 * Number(chunk), 2 * Number(chunk) + 2);
    return new Response(`${(chunk === '0' ? [header, ...lines] : lines).join('\n')}\n`);
  });
}

beforeEach(() => {
  asked = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('all chunks one after the other are the history, in order', async () => {
  serve(3);
  const trace = await fetchHistory('run-1');
  expect(trace && serializeTrace(trace)).toBe(serializeTrace(sampleTrace(6)));
});

test('what is here is not fetched again, and what it overlaps is taken once', async () => {
  serve(3);
  const here = sampleTrace(3);
  expect(await fetchHistory('run-1', here)).toBe(here);
  expect(serializeTrace(here)).toBe(serializeTrace(sampleTrace(6)));
  expect(asked).toEqual(['/api/recordings/run-1/chunks', ...[1, 2].map((n) => `/api/recordings/run-1/chunks/${n}`)]);
});

test('what came by the line in the meantime is not taken twice', async () => {
  serve(2);
  const here = sampleTrace(2);
  const fetching = fetchHistory('run-1', here);
  for (const { seq: _, ...fact } of sampleTrace(7).slice(2)) here.append(fact);
  await fetching;
  expect(serializeTrace(here)).toBe(serializeTrace(sampleTrace(7)));
});

test('few are under way at a time', async () => {
  let most = 0;
  let underWay = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    most = Math.max(most, ++underWay);
    await Promise.resolve();
    underWay--;
    return url.endsWith('chunks') ? Response.json({ chunkEvents: 1, complete: 40 }) : new Response(`${whole}`);
  });
  await expect(fetchHistory('run-1')).resolves.toBeDefined();
  expect(most).toBe(4);
});

test('a server that has no chunks, or does not know the run, has no history', async () => {
  serve(0);
  expect(await fetchHistory('run-1')).toBeUndefined();
  const here = sampleTrace(2);
  serve(0, { '/api/recordings/run-1/chunks': new Response('{}', { status: 404 }) });
  expect(await fetchHistory('run-1', here)).toBe(here);
  serve(0, { '/api/recordings/run-1/chunks': new Response('<!doctype html>') });
  expect(await fetchHistory('run-1')).toBeUndefined();
});

test('a chunk that does not come fails, and one that is no recording is told as such', async () => {
  serve(2, { '/api/recordings/run-1/chunks/1': new Response('', { status: 429 }) });
  await expect(fetchHistory('run-1')).rejects.toThrow('no answer');
  serve(2, { '/api/recordings/run-1/chunks/1': new Response('{"kind":"tea"}\n') });
  await expect(fetchHistory('run-1')).rejects.toThrow(RecordingError);
});

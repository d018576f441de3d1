import { serializeColumns, serializeTrace } from '@lockstep/trace';
import { afterEach, expect, test, vi } from 'vitest';
import { sampleTrace } from '../testing/sample-run.ts';
import { fetchRecording } from './server-pages.ts';

const trace = sampleTrace();
const BINARY = { headers: { 'content-type': 'application/octet-stream' } };
const LINES = { headers: { 'content-type': 'text/plain' } };
const JSON_TYPE = { headers: { 'content-type': 'application/json' } };

afterEach(() => vi.unstubAllGlobals());

function serve(columns: Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    if (url.endsWith('/columns')) return Promise.resolve(columns);
    if (url.endsWith('/chunks')) return Promise.resolve(Response.json({ chunkEvents: 100, complete: 0 }, JSON_TYPE));
    return Promise.resolve(new Response(serializeTrace(trace), LINES));
  });
  return asked;
}

test('a run that is over comes in the binary form, and nothing else is asked', async () => {
  const asked = serve(new Response(serializeColumns(trace), BINARY));
  const fetched = await fetchRecording('run-1');
  expect(fetched && serializeTrace(fetched)).toBe(serializeTrace(trace));
  expect(asked).toEqual(['/api/recordings/run-1/columns']);
});

test.each([
  ['has no such form', () => new Response(undefined, { status: 204 })],
  ['does not know it', () => new Response('{}', { status: 404, ...JSON_TYPE })],
  ['answers everything with the page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['sends half of it', () => new Response(serializeColumns(trace).slice(0, 500), BINARY)],
])('where the server %s, the lines are read', async (_, columns) => {
  const asked = serve(columns());
  const fetched = await fetchRecording('run-1');
  expect(fetched && serializeTrace(fetched)).toBe(serializeTrace(trace));
  expect(asked.at(-1)).toBe('/api/recordings/run-1');
});

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Capabilities } from '@lockstep/lab';
import { MODES } from '@lockstep/trace';
import { type Response, Router } from 'express';
import type { RunsElsewhere } from '../cluster/cluster-contract.ts';
import { CHUNK_EVENTS } from '../recordings/chunk-index.ts';
import { type Chunks, unzip } from '../recordings/chunks.ts';
import type { ColumnForms } from '../recordings/column-forms.ts';
import type { Recordings, StoredRecording } from '../recordings/recordings.ts';
import { type ClassApiOptions, createClassApi } from './class-api.ts';
import { createLibraryApi, type LibraryApiOptions } from './library-api.ts';
import { refuse } from './refuse.ts';
import { createSwapApi, type SwapApiOptions } from './swap-api.ts';

export interface ApiOptions extends ClassApiOptions, LibraryApiOptions, SwapApiOptions {
  readonly recordings: Recordings;
  readonly runsElsewhere: RunsElsewhere | undefined;
  readonly chunks: Chunks;
  readonly columnForms: ColumnForms;
  readonly capabilities: () => Promise<Capabilities>;
  /** Where others reach this server; none while it listens on this machine only. */
  readonly addresses: () => readonly string[];
}

/** JSON Lines, in a type that browsers show as text and that is compressed on the way. */
const RECORDING_TYPE = 'text/plain; charset=utf-8';

const FORM_MS = 120_000;

/** What never changes is kept by the browser, and by whatever stands between. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What there is under `/api`: things to read and to ask. But for the library, what changes something goes through the websocket. */
export function createApi(options: ApiOptions): Router {
  const { labs, recordings, runsElsewhere, chunks, columnForms, capabilities, addresses } = options;
  const api = Router();

  api.get('/capabilities', async (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(await capabilities());
  });

  api.get('/addresses', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ addresses: addresses() });
  });

  api.get('/labs/:id/recording', (request, response) => {
    const found = labs.get(request.params.id);
    if (!found) return refuse(response, 404, 'unknown-lab', 'there is no such lab');
    const { mode } = request.query;
    const path = found.recordingPath(MODES.find((one) => one === mode));
    if (path === undefined) return refuse(response, 404, 'no-recording', 'this lab has no such golden recording');
    response.set({ 'Content-Type': RECORDING_TYPE, 'Cache-Control': 'no-cache' });
    response.sendFile(path, { cacheControl: false }, (error) => {
      if (!error || response.headersSent) return;
      response.removeHeader('Content-Type');
      refuse(response, 404, 'no-recording', 'this lab has no golden recording');
    });
  });

  api.get('/recordings/:run', async (request, response) => {
    const { run } = request.params;
    const recording = await recordings.find(run);
    if (recording) return await sendRecording(response, recording);
    const text = await runsElsewhere?.read(run);
    if (!text) return refuse(response, 404, 'unknown-run', 'there is no recording of such a run');
    response.set({ 'Content-Type': RECORDING_TYPE, 'Cache-Control': 'no-store' }).send(text);
  });

  api.get('/recordings/:run/chunks', async (request, response) => {
    const complete = await chunks.count(request.params.run);
    if (complete === undefined) return refuse(response, 404, 'unknown-run', 'there is no recording of such a run');
    response.set('Cache-Control', 'no-store').json({ chunkEvents: CHUNK_EVENTS, complete });
  });

  api.get('/recordings/:run/chunks/:chunk', async (request, response) => {
    const { run, chunk } = request.params;
    const found = /^\d{1,6}$/.test(chunk) ? await chunks.find(run, Number(chunk)) : undefined;
    if (!found) return refuse(response, 404, 'no-chunk', 'there is no such complete chunk');
    response.set({ 'Content-Type': RECORDING_TYPE, 'Cache-Control': found.isFull ? FOR_EVER : 'no-store' });
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('gzip')) response.set('Content-Encoding', 'gzip').end(found.gzipped);
    else response.end(await unzip(found.gzipped));
  });

  api.get('/recordings/:run/columns', async (request, response) => {
    // Of a very long run the first form takes its time.
    response.setTimeout(FORM_MS);
    const form = await columnForms.find(request.params.run);
    if (form === undefined) return refuse(response, 404, 'unknown-run', 'there is no recording of such a run');
    if (form === 'under-way') return void response.set('Cache-Control', 'no-store').status(204).end();
    response.set({ 'Content-Type': 'application/octet-stream', 'Cache-Control': FOR_EVER });
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('gzip')) response.set('Content-Encoding', 'gzip').end(form);
    else response.end(await unzip(form));
  });

  api.use('/classes', createClassApi(options));
  api.use('/library', createLibraryApi(options));
  api.use(createSwapApi(options));

  api.use((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response.set('Allow', 'GET, HEAD'), 405, 'bad-request', 'only GET is understood here');
    refuse(response, 404, 'not-found', 'there is nothing under this address');
  });
  return api;
}

async function sendRecording(response: Response, { path, byteLength, isFinal }: StoredRecording): Promise<void> {
  response.set({
    'Content-Type': RECORDING_TYPE,
    'Cache-Control': isFinal ? FOR_EVER : 'no-store',
  });
  try {
    await pipeline(createReadStream(path, { end: byteLength - 1 }), response);
  } catch (error) {
    // The reader went away in the middle: there is nobody to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

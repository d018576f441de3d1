import { keepRules, libraryChange, libraryQuery, Refused } from '@lockstep/lab';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Library } from '../library/library.ts';
import { LibraryRefusal } from '../library/library-refusal.ts';
import { parseRequest, type Schema } from '../sockets/parse-request.ts';
import { instructorOnly } from './instructor-only.ts';
import { refuse } from './refuse.ts';

export interface LibraryApiOptions {
  readonly library: Library;
  /** Needed for all of it; undefined: nobody but this machine can reach us. */
  readonly token: string | undefined;
}

const MOST_BODY_BYTES = 4096;

/**
 * The runs that are kept. Whoever knows a run may watch it, and here all are told: so it is for the instructor alone.
 * `GET /?…` a list, `GET /<run>` one, `PATCH /<run>` name and star, `DELETE /<run>` into the bin, or out of it for good,
 * `POST /<run>/restore` back, `POST /` a recording as body, `GET` and `PUT /rules`.
 */
export function createLibraryApi({ library, token }: LibraryApiOptions): Router {
  const api = Router();
  const json = express.json({ limit: MOST_BODY_BYTES });
  api.use(instructorOnly(token));
  api.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  api.get(
    '/',
    answering(async ({ query }) => await library.list(parse(libraryQuery, query))),
  );
  api.post(
    '/',
    answering(async (request) => await library.receive(request), 201),
  );
  api.get(
    '/rules',
    answering(async ({ query }) => await library.keeping(rulesIn(query))),
  );
  api.put(
    '/rules',
    json,
    answering(async ({ body }) => await library.setRules(parse(keepRules, body))),
  );
  api.get(
    '/:run',
    answering(async (request) => await library.find(runIn(request))),
  );
  api.patch(
    '/:run',
    json,
    answering(async (request) => await library.change(runIn(request), parse(libraryChange, request.body))),
  );
  api.delete(
    '/:run',
    answering(async (request) => {
      const run = runIn(request);
      const { deletedAt } = await library.find(run);
      if (deletedAt === undefined) return await library.bin(run);
      await library.remove(run);
      return { run };
    }),
  );
  api.post(
    '/:run/restore',
    answering(async (request) => await library.restore(runIn(request))),
  );
  api.use((_request, response) => refuse(response, 404, 'not-found', 'there is nothing under this address'));
  return api;
}

function answering(work: (request: Request) => Promise<object>, status = 200): RequestHandler {
  return async (request, response) => {
    try {
      response.status(status).json(await work(request));
    } catch (error) {
      tell(error, request, response);
    }
  };
}

function tell(error: unknown, request: Request, response: Response): void {
  if (error instanceof Refused) return refuse(response, 400, error.code, error.message);
  if (!(error instanceof LibraryRefusal)) throw error;
  // What was not read of a body that is refused would be taken for the next request.
  if (!request.complete) response.set('Connection', 'close');
  refuse(response, error.status, error.code, error.message);
}

function parse<T>(schema: Schema<T>, value: unknown): T {
  return parseRequest(schema, value ?? {});
}

function runIn({ params }: Request): string {
  return String(params['run']);
}

/** Rules that are only asked about stand in the query, all of them. */
function rulesIn(query: Request['query']) {
  const numbers = Object.entries(query).map(([name, value]) => [name, Number(value)] as const);
  return numbers.length === 0 ? undefined : parse(keepRules, Object.fromEntries(numbers));
}

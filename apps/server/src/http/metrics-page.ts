import type { RequestHandler } from 'express';
import { METRICS_TYPE, type Metrics } from '../metrics.ts';
import { isSameToken } from '../sockets/same-token.ts';
import { bearerOf } from './instructor-only.ts';
import { refuse } from './refuse.ts';

/** Serves the metrics; on a server that is open to a network to its instructor only. */
export function createMetricsPage(metrics: Metrics, token: string | undefined): RequestHandler {
  return async (request, response) => {
    if (token !== undefined && !isSameToken(bearerOf(request.headers.authorization), token)) {
      response.set('WWW-Authenticate', 'Bearer');
      return refuse(
        response,
        401,
        'not-yours',
        'this server is open to a network: reading its metrics needs the token it was given, as Authorization: Bearer',
      );
    }
    response.set({ 'Content-Type': METRICS_TYPE, 'Cache-Control': 'no-store' }).send(await metrics.read());
  };
}

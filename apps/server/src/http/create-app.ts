import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import { isAllowedHost } from './allowed-host.ts';
import { type ApiOptions, createApi } from './api.ts';
import { logRequests } from './log-requests.ts';
import { createMetricsPage } from './metrics-page.ts';
import { refuse } from './refuse.ts';
import { securityHeaders } from './security-headers.ts';
import { createAssets, createWebApp } from './web-app.ts';

export interface AppOptions extends ApiOptions {
  readonly webDirectory: string;
  readonly names: ReadonlySet<string>;
  /** Of one address. */
  readonly requestsPerMinute: number;
  /** Of one address, for chunks of recordings and for whole ones in the binary form. */
  readonly historyRequestsPerMinute: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** What `/healthz` tells; not `ok` is 503, which takes the server out of a balancer. */
  health(): { readonly ok: boolean };
}

/** Everything that is served by HTTP. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests(options.logger));
  app.use(securityHeaders());
  app.use((request, response, next) => {
    if (isAllowedHost(request.headers.host, options.names)) next();
    else refuse(response, 403, 'foreign-host', 'this server does not go by that name; use its address');
  });
  app.use(compression());
  // Not counted: a page fetches hundreds of them once, and a whole class comes from one address.
  app.use('/assets', createAssets(options.webDirectory));
  // History comes in many pieces, each cheap, and a whole class may ask for all of them at once.
  const isOfHistory = ({ path }: Request) => HISTORY.test(path);
  app.use(limitRate(options.requestsPerMinute, isOfHistory));
  app.use(limitRate(options.historyRequestsPerMinute, (request) => !isOfHistory(request)));
  app.get('/healthz', (_request, response) => {
    const health = options.health();
    response
      .status(health.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(health);
  });
  app.get('/metrics', createMetricsPage(options.metrics, options.token));
  app.use('/api', createApi(options));
  app.use(createWebApp(options.webDirectory));
  app.use((_request, response) => refuse(response, 404, 'not-found', 'there is nothing under this address'));
  app.use(tellError(options.logger));
  return app;
}

const HISTORY = /^\/api\/recordings\/[^/]+\/(?:chunks|columns)/;

function limitRate(perMinute: number, skip: (request: Request) => boolean): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skip,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Counted by connection; a header that a proxy added says nothing here.
    validate: { xForwardedForHeader: false },
    handler: (_request, response) => refuse(response, 429, 'too-fast', 'too many requests in this minute'),
  });
}

/** Errors of the request are told; our own are logged, and only that there was one is told. */
function tellError(logger: Logger): ErrorRequestHandler {
  return (error: Error & { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error.status !== undefined && error.status < 500)
      return refuse(response, error.status, 'bad-request', 'the request cannot be read');
    logger.error({ err: error }, 'a request failed');
    refuse(response, 500, 'failed', 'the server made a mistake; its log has the details');
  };
}

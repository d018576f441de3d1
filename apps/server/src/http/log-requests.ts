import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One line a request, without its query (a token may stand there) and without who asked. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAtMs = performance.now();
    const { method, path } = request;
    response.on('close', () => {
      const ms = Math.round(performance.now() - startedAtMs);
      logger.debug({ method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}

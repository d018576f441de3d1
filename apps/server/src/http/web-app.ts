import { join } from 'node:path';
import express, { type Response, Router } from 'express';
import { refuse } from './refuse.ts';

/**
 * Serves the built page. Its files under `assets/` carry a hash in their names and may be kept for ever; the page itself
 * is asked for each time, so that a new version arrives.
 */
export function createWebApp(webDirectory: string): Router {
  const webApp = Router();
  webApp.use(
    '/assets',
    express.static(join(webDirectory, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  webApp.use(
    express.static(webDirectory, { index: false, redirect: false, cacheControl: false, setHeaders: askAgain }),
  );
  webApp.get(['/', '/labs/*rest', '/gallery', '/capture'], (_request, response) => {
    askAgain(response);
    response.sendFile(join(webDirectory, 'index.html'), { cacheControl: false }, (error) => {
      if (error && !response.headersSent) refuse(response, 503, 'not-built', 'the page is not built: run npm start');
    });
  });
  return webApp;
}

function askAgain(response: Response): void {
  response.setHeader('Cache-Control', 'no-cache');
}

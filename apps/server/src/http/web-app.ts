import { join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { refuse } from './refuse.ts';

/** Serves the files of the built page that carry a hash in their names: they may be kept for ever. */
export function createAssets(webDirectory: string): RequestHandler {
  return express.static(join(webDirectory, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false });
}

/** The addresses of the page, as its own router has them. */
const PAGES = [
  '/',
  '/labs/*rest',
  '/join',
  '/join/*rest',
  '/present',
  '/wall',
  '/class/:class/summary',
  '/embed/labs/:lab',
  '/compare',
  '/gallery',
  '/library',
  '/capture',
  '/open',
  '/recording',
];

/** Serves the rest of the built page, which is asked for each time, so that a new version arrives. */
export function createWebApp(webDirectory: string): Router {
  const webApp = Router();
  webApp.use(
    express.static(webDirectory, { index: false, redirect: false, cacheControl: false, setHeaders: askAgain }),
  );
  webApp.get(PAGES, (_request, response) => {
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

import type { Response } from 'express';

/** Answers a request that is not granted: `code` for programs, `message` for people. */
export function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).set('Cache-Control', 'no-store').json({ code, message });
}

import { KnobError, type OrderVerdict, parseKnobs, Refused, swapRequest } from '@lockstep/lab';
import express, { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { LabLibrary } from '../labs/lab-library.ts';
import type { ServerLimits } from '../server-limits.ts';
import { parseRequest } from '../sockets/parse-request.ts';
import { refuse } from './refuse.ts';

export interface SwapApiOptions {
  readonly labs: LabLibrary;
  readonly limits: Pick<ServerLimits, 'orderMs' | 'maxOrders' | 'ordersPerMinute' | 'maxMessageBytes'>;
}

/** The swap test, `POST /labs/:id/swap`: could two operations of a run have come in the other order? */
export function createSwapApi({ labs, limits }: SwapApiOptions): Router {
  const api = Router();
  let asked = 0;

  api.post(
    '/labs/:id/swap',
    rateLimit({
      windowMs: 60_000,
      limit: limits.ordersPerMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      validate: { xForwardedForHeader: false },
      handler: (_request, response) => refuse(response, 429, 'too-fast', 'too many questions in this minute'),
    }),
    express.json({ limit: limits.maxMessageBytes, strict: true }),
    async (request, response) => {
      const found = labs.get(String(request.params['id']));
      if (!found) return refuse(response, 404, 'unknown-lab', 'there is no such lab');
      const { lab, directory } = found;
      let question: ReturnType<typeof read>;
      try {
        question = read(request.body);
      } catch (error) {
        if (!(error instanceof Refused || error instanceof KnobError)) throw error;
        return refuse(response, 400, error instanceof Refused ? error.code : 'bad-knob', error.message);
      }
      if (!lab.modes.includes('stepped')) return refuse(response, 400, 'mode', 'this lab cannot be stepped');
      if (asked >= limits.maxOrders) return refuse(response, 503, 'busy', 'others are asking: try again in a moment');
      asked++;
      try {
        const scenario = await found.loadScenario();
        const verdict: OrderVerdict = (await scenario.order?.({
          ...question,
          labDirectory: directory,
          maxMs: limits.orderMs,
        })) ?? { order: 'unknown', why: 'not-asked' };
        response.set('Cache-Control', 'no-store').json(verdict);
      } finally {
        asked--;
      }

      function read(body: unknown) {
        const { mode, knobs, ...rest } = parseRequest(swapRequest, body);
        return { mode, knobs: parseKnobs(lab.knobs, knobs), question: rest };
      }
    },
  );
  return api;
}

import { LANGUAGES, Refused } from '@lockstep/lab';
import { type Request, type Response, Router } from 'express';
import type { Classes, Membership } from '../classes/classes.ts';
import { serializeCsv } from '../classes/summary/csv.ts';
import type { RunOutcomes } from '../classes/summary/run-outcomes.ts';
import { summarizeClass } from '../classes/summary/summarize-class.ts';
import { summaryRows } from '../classes/summary/summary-rows.ts';
import type { LabLibrary } from '../labs/lab-library.ts';
import { refuse } from './refuse.ts';

export interface ClassApiOptions {
  readonly classes: Classes;
  readonly labs: LabLibrary;
  readonly runOutcomes: RunOutcomes;
}

/** What is left of a class, for its members: `Authorization: Bearer <token of the member>`. */
export function createClassApi({ classes, labs, runOutcomes }: ClassApiOptions): Router {
  const api = Router();

  async function summaryFor({ held, member }: Membership) {
    const { state } = held.room;
    return await summarizeClass(state, member === state.members.owner, runOutcomes);
  }

  api.get('/:class/summary', async (request, response) => {
    const membership = await membershipOf(classes, request, response);
    if (membership) response.set('Cache-Control', 'no-store').json(await summaryFor(membership));
  });

  api.get('/:class/summary.csv', async (request, response) => {
    const membership = await membershipOf(classes, request, response);
    if (!membership) return;
    const language = LANGUAGES.find((one) => one === request.query['language']) ?? 'en';
    const origin = `${request.protocol}://${request.headers.host ?? ''}`;
    const rows = summaryRows(await summaryFor(membership), labs, language, origin);
    response
      .set({ 'Cache-Control': 'no-store', 'Content-Type': 'text/csv; charset=utf-8' })
      .attachment(`class-${membership.held.room.state.code}.csv`)
      .send(serializeCsv(rows));
  });
  return api;
}

/** Answers the request when it comes from no member: for whoever is not one, a class is there as little as any other. */
async function membershipOf(
  classes: Classes,
  { params, headers }: Request<{ class: string }>,
  response: Response,
): Promise<Membership | undefined> {
  const token = /^Bearer ([0-9a-f]{32})$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) {
    refuse(
      response.set('WWW-Authenticate', 'Bearer'),
      401,
      'not-yours',
      'this needs the token of a member of the class',
    );
    return undefined;
  }
  try {
    return await classes.enter(params.class, token.toLowerCase());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(response, 404, error.code, error.message);
    return undefined;
  }
}

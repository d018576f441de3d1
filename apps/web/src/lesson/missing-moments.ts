import type { Lab, Moment } from '@lockstep/lab';
import type { ReactNode } from 'react';
import type { FoundMoments } from '../player/found-moments.ts';
import { targetsIn } from './lesson-links.ts';

/** The moments that this text links to and this run does not show, each once. Without a run: all of them. */
export function missingMoments(text: ReactNode, lab: Lab, found: FoundMoments | undefined): readonly Moment[] {
  const named = new Set(targetsIn(text).flatMap(({ kind, id }) => (kind === 'moment' ? [id] : [])));
  return lab.moments.filter((moment) => named.has(moment.id) && !found?.has(moment.id));
}

import { NotFound } from '../frame/not-found.tsx';
import { labViews, useLab } from '../labs/lab-parts.ts';
import { PlayerPage } from './player-page.tsx';

/** The page of the lab of this id, if there is one. */
export function LabPage({ id }: { readonly id: string }) {
  // Its stages are on their way while the lab itself is: whoever opens a lab wants to see it.
  labViews[id]?.load().catch(() => undefined);
  const lab = useLab(id);
  return lab ? <PlayerPage key={lab.id} lab={lab} /> : <NotFound />;
}

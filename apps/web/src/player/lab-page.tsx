import { NotFound } from '../frame/not-found.tsx';
import { useLab } from '../labs/lab-parts.ts';
import { PlayerPage } from './player-page.tsx';

/** The page of the lab of this id, if there is one. */
export function LabPage({ id }: { readonly id: string }) {
  const lab = useLab(id);
  return lab ? <PlayerPage key={lab.id} lab={lab} /> : <NotFound />;
}

// The labs are the folders of packages/labs; none is named here. Their cards come with the page; what a lab is and what
// it shows comes when it is opened, see lab-parts.ts.
import { canRunHere } from '../site.ts';
import type { LabCard } from './lab-card.ts';

const cards = import.meta.glob<LabCard>(['../../../../packages/labs/*/lab.ts', '!../../../../packages/labs/_*/**'], {
  eager: true,
  query: '?card',
  import: 'default',
});
/** The cards of all labs, in the order of the course. */
export const labs: readonly LabCard[] = Object.values(cards).sort(
  (a, b) => a.track.localeCompare(b.track) || a.place - b.place,
);

/** Where a newcomer begins: the first lab that can be run here. */
export const firstLab: LabCard | undefined = labs.find(({ id }) => canRunHere(id)) ?? labs[0];

export function labWith(id: string): LabCard | undefined {
  return labs.find((lab) => lab.id === id);
}

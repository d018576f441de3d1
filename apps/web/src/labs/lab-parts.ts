// What comes of a lab when it is opened: the lab itself (lab.ts), its view, lesson and listings, each when it is needed.
import type { Lab, Language, ViewProps } from '@lockstep/lab';
import type { MDXContent } from 'mdx/types';
import { type ComponentType, use } from 'react';
import { type Later, later } from '../frame/later.tsx';
import { readable } from '../frame/readable.ts';
import type { LabCard } from './lab-card.ts';
import { labs, labWith } from './labs.ts';

const wholes = import.meta.glob<Lab>(['../../../../packages/labs/*/lab.ts', '!../../../../packages/labs/_*/**'], {
  import: 'default',
});
const views = import.meta.glob<ComponentType<ViewProps>>(
  ['../../../../packages/labs/*/view.tsx', '!../../../../packages/labs/_*/**'],
  {
    import: 'default',
  },
);
const lessons = import.meta.glob<MDXContent>(
  ['../../../../packages/labs/*/lesson.*.md', '!../../../../packages/labs/_*/**'],
  {
    import: 'default',
  },
);
const listings = import.meta.glob<string>(
  ['../../../../packages/labs/*/program.{ts,py}', '!../../../../packages/labs/_*/**'],
  {
    query: '?raw',
    import: 'default',
  },
);

const coming = new Map<string, Promise<Lab>>();

/** The lab itself. Undefined: there is none of this id. */
export async function loadLab(id: string): Promise<Lab | undefined> {
  const card = labWith(id);
  return card && whole(card);
}

/** The same for a component, which waits in its Suspense only when the lab is not here yet. */
export function useLab(id: string | undefined): Lab | undefined {
  const card = id === undefined ? undefined : labWith(id);
  // oxlint-disable-next-line react-hooks/rules-of-hooks -- `use` may be called conditionally
  return card && use(whole(card));
}

function whole(card: LabCard): Promise<Lab> {
  const known = coming.get(card.id);
  if (known) return known;
  const lab = readable(load(wholes, card, 'lab.ts'));
  coming.set(card.id, lab);
  return lab;
}

/** The two listings of what runs, line by line the same program. */
export interface Listings {
  readonly python: string;
  readonly typescript: string;
}

/** The labs' own views, by id; each comes when it is drawn or asked for. */
export const labViews: Readonly<Record<string, Later<ViewProps>>> = Object.fromEntries(
  labs.map((lab) => [lab.id, later(() => load(views, lab, 'view.tsx'))]),
);

export function loadLesson(lab: Pick<Lab, 'id'>, language: Language): Promise<MDXContent> {
  return load(lessons, lab, `lesson.${language}.md`);
}

export async function loadListings(lab: Pick<Lab, 'id'>): Promise<Listings> {
  const [python, typescript] = await Promise.all([
    load(listings, lab, 'program.py'),
    load(listings, lab, 'program.ts'),
  ]);
  return { python, typescript };
}

/**
 * Fetches whatever any lab needs, so that a saved recording opens with the server gone. One lab after the other: what
 * the reader opens meanwhile waits behind the few files of one lab, not behind those of all.
 */
export async function loadEverything(): Promise<void> {
  for (const lab of labs)
    await Promise.allSettled([
      loadLab(lab.id),
      labViews[lab.id]?.load(),
      loadLesson(lab, 'en'),
      loadLesson(lab, 'zh'),
      loadListings(lab),
    ]);
}

function load<T>(group: Readonly<Record<string, () => Promise<T>>>, lab: Pick<Lab, 'id'>, file: string): Promise<T> {
  const path = Object.keys(group).find((key) => key.endsWith(`/${lab.id}/${file}`));
  const loader = path === undefined ? undefined : group[path];
  return loader ? loader() : Promise.reject(new Error(`the lab ${lab.id} has no ${file}`));
}

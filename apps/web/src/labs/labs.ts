// The labs are the folders of packages/labs; none is named here. What a lab is (lab.ts) is small and comes with the
// page; what it shows (view, lesson, listings) comes when it is opened.
import type { Lab, Language, ViewProps } from '@lockstep/lab';
import type { MDXContent } from 'mdx/types';
import type { ComponentType } from 'react';

const found = import.meta.glob<Lab>(['../../../../packages/labs/*/lab.ts', '!../../../../packages/labs/_*/**'], {
  eager: true,
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

/** All labs, in the order of the course. */
export const labs: readonly Lab[] = Object.values(found).sort(
  (a, b) => a.track.localeCompare(b.track) || a.place - b.place,
);

export function labWith(id: string): Lab | undefined {
  return labs.find((lab) => lab.id === id);
}

/** The two listings of what runs, line by line the same program. */
export interface Listings {
  readonly python: string;
  readonly typescript: string;
}

export function loadView(lab: Lab): Promise<ComponentType<ViewProps>> {
  return load(views, lab, 'view.tsx');
}

export function loadLesson(lab: Lab, language: Language): Promise<MDXContent> {
  return load(lessons, lab, `lesson.${language}.md`);
}

export async function loadListings(lab: Lab): Promise<Listings> {
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
    await Promise.allSettled([loadView(lab), loadLesson(lab, 'en'), loadLesson(lab, 'zh'), loadListings(lab)]);
}

function load<T>(group: Readonly<Record<string, () => Promise<T>>>, lab: Lab, file: string): Promise<T> {
  const path = Object.keys(group).find((key) => key.endsWith(`/${lab.id}/${file}`));
  const loader = path === undefined ? undefined : group[path];
  return loader ? loader() : Promise.reject(new Error(`the lab ${lab.id} has no ${file}`));
}

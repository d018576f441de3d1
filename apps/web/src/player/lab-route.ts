// The page of a lab, and all that is asked for at once where it is the first page that is opened: its code, the lab, its
// view and its run come beside each other, and the page is drawn when they are here.
import { later } from '../frame/later.tsx';
import { askEarly } from '../live/early-columns.ts';
import { pagePath, site } from '../site.ts';

const LAB_PATH = /^\/labs\/([\w-]+)$/;

export const LabPage = later(async () => (await import('./lab-page.tsx')).LabPage);

/** Settles when the lab of the address can be drawn; at once where it names none. */
export async function loadAddressedLab(): Promise<void> {
  const [, id] = LAB_PATH.exec(pagePath()) ?? [];
  if (id === undefined) return;
  if (site === 'server') askEarly(location);
  const parts = import('../labs/lab-parts.ts').then(({ labViews, loadLab }) =>
    Promise.all([loadLab(id), labViews[id]?.load()]),
  );
  // Whoever draws it hears of a failure.
  await Promise.allSettled([LabPage.load(), parts]);
}

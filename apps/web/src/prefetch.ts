import { firstPicture } from './frames/first-picture.ts';
import { loadChineseType, useSettings } from './settings/settings.ts';
import { pagePath } from './site.ts';

const LATEST_MS = 4000;
/** A run that does not come must not keep the rest from coming. */
const MOST_PATIENCE_MS = 8000;

/** The first looks and steps come before what may never be needed. */
const REST_MS = 1500;

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** After the page is there and quiet: everything that a saved recording or a capture needs, so that the server may go. */
export function prefetchWhenIdle(): void {
  if (document.readyState === 'complete') prefetch();
  else addEventListener('load', prefetch, { once: true });
}

function prefetch(): void {
  if (useSettings.getState().language === 'zh') loadChineseType();
  // A lab page has its own run to fetch first.
  if (pagePath().startsWith('/labs/'))
    void Promise.race([firstPicture().then(() => after(REST_MS)), after(MOST_PATIENCE_MS)]).then(whenIdle);
  else whenIdle();
}

function whenIdle(): void {
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: LATEST_MS });
  else setTimeout(fetchAll, LATEST_MS / 2);
}

function fetchAll(): void {
  void import('./player/lab-page.tsx');
  void import('./capture/capture-page.tsx');
  void import('./capture/open-capture.ts');
  void import('./labs/lab-parts.ts').then(({ loadEverything }) => loadEverything());
  loadChineseType();
}

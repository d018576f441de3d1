import { firstPicture } from './frames/first-picture.ts';
import { loadChineseType, useSettings } from './settings/settings.ts';
import { pagePath } from './site.ts';

const LATEST_MS = 4000;
/** A run that does not come must not keep the rest from coming. */
const MOST_PATIENCE_MS = 8000;

/** From here on a file of the lab on screen opens without a server. */
const READS_FILES_ALONE = 'reads-files-alone';

/** After the page is there and quiet: everything that a saved recording or a capture needs, so that the server may go. */
export function prefetchWhenIdle(): void {
  if (savesData()) return;
  if (document.readyState === 'complete') prefetch();
  else addEventListener('load', prefetch, { once: true });
}

/** A reader who asked their browser to save data gets what they open and no more (WICG Save Data). */
function savesData(): boolean {
  return (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
}

function prefetch(): void {
  if (useSettings.getState().language === 'zh') loadChineseType();
  // A lab page has its own run to fetch first.
  if (pagePath().startsWith('/labs/'))
    void Promise.race([firstPicture(), new Promise((resolve) => setTimeout(resolve, MOST_PATIENCE_MS))]).then(whenIdle);
  else whenIdle();
}

function whenIdle(): void {
  const fetchIt = (): void => void fetchAll();
  if ('requestIdleCallback' in window) requestIdleCallback(fetchIt, { timeout: LATEST_MS });
  else setTimeout(fetchIt, LATEST_MS / 2);
}

async function fetchAll(): Promise<void> {
  await Promise.allSettled([
    import('./player/lab-page.tsx'),
    import('./files/read-opened.ts'),
    import('./capture/capture-page.tsx'),
    import('./capture/open-capture.ts'),
  ]);
  // For whoever takes the server away on purpose and wants to know when.
  performance.mark(READS_FILES_ALONE);
  loadChineseType();
  const { loadEverything } = await import('./labs/lab-parts.ts');
  await loadEverything();
}

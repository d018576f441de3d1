import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { chooseBrowser, launchOptions } from '../../../scripts/browser.mjs';

export async function launch(): Promise<Browser> {
  return chromium.launch(launchOptions(await chooseBrowser()));
}

/** A page that nothing was opened in before: no cache, no storage. */
export async function freshPage(browser: Browser, watch: () => void): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  return page;
}

/** Milliseconds from the navigation to the first complete picture; undefined: not within `capMs`. */
export async function openIn(page: Page, url: string, capMs: number): Promise<number | undefined> {
  const startedMs = performance.now();
  await page.goto(url, { waitUntil: 'commit', timeout: capMs });
  try {
    const timeout = Math.max(1, capMs - (performance.now() - startedMs));
    const handle = await page.waitForFunction(() => window.pictureMs, undefined, { timeout, polling: 100 });
    return (await handle.jsonValue()) as number;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return undefined;
    throw error;
  }
}

/** What scripts hold after everything that can go has gone: objects, and the buffers of typed arrays. */
export async function heldBytes(page: Page): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly backingStorageSize?: number;
  };
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

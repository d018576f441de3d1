import type { Browser } from '@playwright/test';

/** Bytes of script and style as they came over the wire, with headers. */
export interface Transfer {
  /** What the first page asked for before it was there. */
  readonly firstBytes: number;
  /** All that came until the page was quiet, with what it fetches ahead. */
  readonly allBytes: number;
}

/** Opens a page that nothing is cached of and counts what it fetches. */
export async function countTransfer(browser: Browser, url: string): Promise<Transfer> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const transfer = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const code = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) =>
      /\.(?:js|css)$/.test(new URL(name).pathname),
    );
    const sum = (entries: readonly PerformanceResourceTiming[]) =>
      entries.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
    const first = code.filter(({ startTime }) => startTime < (navigation?.loadEventStart ?? 0));
    return { firstBytes: sum(first), allBytes: sum(code) };
  });
  await context.close();
  return transfer;
}

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { dropFile, labs, saveData } from './lab-page.ts';

test('one click leads from the landing page into a running lab', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: /Start here/ })
    .or(page.getByRole('button', { name: /Start here/ }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/labs\/[\w-]+.*run=[0-9a-f]{32}/);
});

test('the course shows each lab that there is, and only those', async ({ page }) => {
  await page.goto('/');
  const links = page.getByRole('main').locator('a[href^="/labs/"]');
  const ids = await links.evaluateAll((all) => [
    ...new Set(all.map((one) => one.getAttribute('href')?.split('/')[2]?.split('?')[0])),
  ]);
  expect(new Set(ids)).toEqual(new Set(labs));
});

test('the first page is light: at most 111 kB of script and style, compressed', async ({ page }) => {
  await page.goto('/');
  const bytes = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // What is fetched ahead begins after the page is there.
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(
        ({ name, startTime }) =>
          /\.(?:js|css)$/.test(new URL(name).pathname) && startTime < (navigation?.loadEventStart ?? 0),
      )
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
  });
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(111_000);
});

test('who saves data gets what they open and no more', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await saveData(page);
  await page.goto('/');
  // What is fetched ahead begins in the first moment in which the page has nothing to do.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))));
  expect(asked.filter((path) => /lab-page|lesson/.test(path))).toEqual([]);
});

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 390, height: 844 } }],
] as const) {
  test.describe(name, () => {
    test.use(options);
    test('has no accessibility violation that axe finds', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
    });
  });
}

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' });
  test('the page is Chinese from the first moment, and stays English once chosen', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Han}/u);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[\w\s,.]+$/);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('Chinese is drawn with Chinese glyphs, not with boxes', async ({ page }) => {
    await page.goto('/');
    // The rules of the Chinese type come after the page; its slices when their characters are drawn.
    const slices = () =>
      page.evaluate(async () => (await document.fonts.load('30px "Noto Sans SC Variable"', '线程')).length);
    await expect.poll(slices).toBeGreaterThan(0);
    const differ = await page.evaluate(() => {
      const pixels = (text: string) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        context.font = `30px ${getComputedStyle(document.body).fontFamily}`;
        context.fillText(text, 2, 32);
        return context.getImageData(0, 0, 40, 40).data.join();
      };
      return pixels('线') !== pixels('程');
    });
    expect(differ).toBe(true);
  });
});

test('an address that leads nowhere says so and leads back', async ({ page }) => {
  await page.goto('/labs/no-such-lab');
  await expect(page.getByRole('main')).toContainText(/no lab|not found|there is no/i);
  await page.goto(`/labs/${labs[0]}?run=${'0'.repeat(32)}`);
  await expect(page.getByRole('alert').first()).toBeVisible();
});

test('a file that is no recording is refused in words, and nothing is lost', async ({ page }) => {
  await page.goto(`/labs/${labs[0]}?step=3`);
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', '3');
  await dropFile(page, 'x.jsonl', Buffer.from('not a recording'));
  await expect(page.getByRole('alert').first()).toContainText('line 1');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', '3');
});

test('the gallery draws what comes near, each stage in its turn', async ({ page }) => {
  await page.goto('/gallery');
  const stories = page.locator('.story');
  const drawn = page.locator('.still .ls-frame:has(> *)');
  await drawn.first().waitFor();
  await expect(page.getByRole('status')).toBeEmpty({ timeout: 30_000 });
  const all = await page.locator('.still').count();
  expect(await drawn.count()).toBeLessThan(all / 2);
  for (const story of await stories.all()) {
    const still = story.locator('.still').first();
    const before = (await still.boundingBox())?.height;
    await still.scrollIntoViewIfNeeded();
    await still.locator('.ls-frame > *').first().waitFor();
    expect((await still.boundingBox())?.height).toBe(before);
  }
  expect(await drawn.count()).toBeLessThan(all);
});

test('the gallery says which recordings it could not have, and has them when asked again', async ({ page }) => {
  const recordings = `**/api/labs/${labs[0]}/recording*`;
  await page.route(recordings, (route) => route.abort());
  await page.goto('/gallery');
  const alert = page.getByRole('alert');
  await expect(page.getByRole('status')).toBeEmpty({ timeout: 30_000 });
  await expect(alert).toContainText('could not be fetched');
  const all = await page.locator('.still').count();
  await page.unroute(recordings);
  await alert.getByRole('button').click();
  await expect(alert).toHaveCount(0);
  await expect.poll(() => page.locator('.still').count()).toBeGreaterThan(all);
});

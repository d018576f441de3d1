// A lab inside somebody else's page, and a part of a run that is played round and round.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { expectStep, openAt } from './lab-page.ts';

/** Another site: its pages hold ours. */
let site: Server;
let inner = '';

test.beforeAll(async () => {
  site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>Their page</title><h1>Their page</h1>${inner}</html>`);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
});
test.afterAll(() => site.close());

async function embed(page: Page, baseURL: string | undefined, path: string, size = 'width="720" height="560"') {
  inner = `<iframe src="${baseURL}${path.replaceAll('&', '&amp;')}" title="The lab" ${size}></iframe>`;
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
  return page.frameLocator('iframe');
}

/** The steps that are shown, in order, until they begin again. */
function stepsUntilAgain(page: Page): Promise<readonly number[]> {
  const frame = page.frames().find((one) => one.url().includes('/embed/')) as ReturnType<Page['mainFrame']>;
  return frame.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const number = document.querySelector('.sentence .n') as Element;
        const seen = [Number(number.textContent)];
        const observer = new MutationObserver(() => {
          const step = Number(number.textContent);
          seen.push(step);
          if (step >= (seen.at(-2) ?? 0)) return;
          observer.disconnect();
          resolve(seen);
        });
        observer.observe(number, { characterData: true, childList: true, subtree: true });
      }),
  );
}

test('another page holds a lab, with its transport and the way to its own page', async ({ page, baseURL }) => {
  const frame = await embed(page, baseURL, '/embed/labs/race?step=6&theme=dark&lang=zh');
  await expect(frame.getByRole('slider')).toHaveAttribute('aria-valuenow', '6');
  await expect(frame.locator('.sentence-text')).toContainText('线程 1');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await frame.getByRole('button', { name: '前进' }).click();
  await expect(frame.getByRole('slider')).toHaveAttribute('aria-valuenow', '7');
  await expect(frame.locator('.class-bar, .lesson, .top')).toHaveCount(0);
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    frame.getByRole('link', { name: '在 Lockstep 中打开' }).click(),
  ]);
  await expect(opened).toHaveURL(/\/labs\/race\?step=7/);
});

test('without controls a range is played by itself, over and over', async ({ page, baseURL }) => {
  const frame = await embed(page, baseURL, '/embed/labs/race?from=4&to=6&loop=1&controls=0');
  await expect(frame.locator('.sentence .n')).toBeVisible();
  await expect(frame.getByRole('slider')).toHaveCount(0);
  const seen = await stepsUntilAgain(page);
  expect(seen.at(-1)).toBe(4);
  expect(seen.at(-2)).toBe(6);
  await frame.getByRole('button', { name: 'Pause' }).click();
  await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('who wants little motion sees a still, and begins it', async ({ page, baseURL }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const frame = await embed(page, baseURL, '/embed/labs/race?from=4&to=6&loop=1&controls=0');
  await expect(frame.locator('.sentence .n')).toHaveText('4');
  await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('no other page of ours can be held', async ({ page, baseURL }) => {
  const frame = await embed(page, baseURL, '/labs/race?step=6');
  await expect(frame.getByRole('slider')).toHaveCount(0);
  await expect.poll(() => page.frames().map((one) => one.url())).toContain('chrome-error://chromewebdata/');
});

test('an embedded lab has no accessibility violation that axe finds', async ({ page }) => {
  for (const query of ['?step=6', '?step=6&controls=0&theme=dark', '?step=6&lang=zh']) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/embed/labs/race${query}`);
    await page.locator('.ls-frame > *').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`)).toEqual([]);
  }
});

test('a range is set by keys, is in the address and on the strip, and is played round and round', async ({ page }) => {
  await openAt(page, 'race', 4);
  await page.keyboard.press('i');
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('o');
  await expect(page.locator('.strip-range')).toHaveAttribute('data-loops', 'true');
  await expect.poll(() => new URL(page.url()).search).toContain('from=4&to=6&loop=1');
  await page.reload();
  await expectStep(page, 6);
  await expect(page.locator('.strip-range')).toHaveCount(1);
  await page.keyboard.press('Space');
  await expectStep(page, 4);
  await expectStep(page, 6);
  await expectStep(page, 4);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Play the whole run again' }).click();
  await expect(page.locator('.strip-range')).toHaveCount(0);
});

test('what is shared opens as it is: the step, the stage, the frame for another page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAt(page, 'race', 6);
  await page.getByRole('button', { name: 'Share' }).click();
  const sheet = page.getByRole('dialog', { name: 'Share' });
  await sheet.getByRole('button', { name: 'Copy' }).first().click();
  await expect(sheet.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/labs\/race\?step=6$/);
  await sheet.getByText('Put it into a page of your own').click();
  await sheet.getByLabel('with controls').uncheck();
  await expect(sheet.getByLabel('HTML')).toHaveValue(
    /^<iframe src=".*\/embed\/labs\/race\?step=6&amp;controls=0" title="/,
  );
  const preview = page.frameLocator('iframe[title="So it looks"]');
  await expect(preview.locator('.sentence-text')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`)).toEqual([]);
});

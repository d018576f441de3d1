// A run as one HTML file: saved from the page, opened from disk with the network off, and dropped back on the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { dropFile, expectStep, goldenLength, labs, openAt, sentence, still, tooWide } from './lab-page.ts';

const isAboutFrames = (lab: string) =>
  readFileSync(join(import.meta.dirname, '../packages/labs', lab, 'recording.jsonl'), 'utf8').includes('segment-sent');
const network = labs.find(isAboutFrames);
const threads = labs.find((lab) => !isAboutFrames(lab));

async function savedFile(page: Page, lab: string, path: string): Promise<string> {
  await openAt(page, lab, 3);
  await page.getByRole('button', { name: 'Save as…' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'One HTML file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${lab}-.+\\.html$`));
  await download.saveAs(path);
  await page.keyboard.press('Escape');
  return path;
}

/** A file from disk in a browser that has no network. Fails at the end when it asked for anything but itself. */
async function openedFromDisk(
  browser: Browser,
  path: string,
  options: NonNullable<Parameters<Browser['newContext']>[0]>,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  await context.setOffline(true);
  const asked: string[] = [];
  await context.route(/^(?!file:|data:|blob:)/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning' || message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  await look(page);
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
}

for (const lab of [network, threads].filter((one) => one !== undefined)) {
  const desktop = { viewport: { width: 1440, height: 900 }, locale: 'en-US' } as const;

  test(`${lab} opens from disk without a network, and is stepped both ways, played and scrubbed`, async ({
    page,
    browser,
  }, info) => {
    const path = await savedFile(page, lab, info.outputPath('run.html'));
    const there = await still(page);
    await openedFromDisk(browser, path, desktop, async (file) => {
      await expectStep(file, 0);
      await expect(file.locator('.reality')).toContainText('Recording:');
      for (let step = 1; step <= 3; step++) await file.keyboard.press('ArrowRight');
      await expectStep(file, 3);
      expect(await still(file)).toBe(there);
      const said = await sentence(file).textContent();
      await file.keyboard.press('ArrowRight');
      await expectStep(file, 4);
      await file.keyboard.press('ArrowLeft');
      await expectStep(file, 3);
      await expect(sentence(file)).toHaveText(said ?? '');
      expect(await still(file)).toBe(there);
      await file.keyboard.press('End');
      await expectStep(file, goldenLength(lab));
      await file.keyboard.press('Home');
      await file.keyboard.press('Space');
      await expect(file.getByRole('slider')).not.toHaveAttribute('aria-valuenow', '0');
      await file.keyboard.press('Space');
      await file.getByRole('slider').focus();
      await file.keyboard.press('End');
      await expectStep(file, goldenLength(lab));
      await expect(file.locator('.lesson-text p').first()).toBeVisible();
      await expect(file.locator('.side')).toContainText('def ');
      await expect(file.getByRole('button', { name: /^(Run|Fork|Open a class|Share)/ })).toHaveCount(0);
      await expect(file.getByText('A recording in a file')).toBeVisible();
      await expectAccessible(file);
    });
  });

  test(`${lab} from disk is read in Chinese, in the dark and on a phone`, async ({ page, browser }, info) => {
    const path = await savedFile(page, lab, info.outputPath('run.html'));
    await openedFromDisk(browser, path, desktop, async (file) => {
      await file.getByRole('button', { name: '中文' }).click();
      await expect(file.locator('html')).toHaveAttribute('lang', 'zh');
      await expect(file.locator('.lesson-text p').first()).toContainText(/[\u4e00-\u9fff]/);
      await file.keyboard.press('ArrowRight');
      await expect(sentence(file)).toContainText(/[\u4e00-\u9fff]/);
      await expect(file.getByText('这是文件里的录像', { exact: false })).toBeVisible();
    });
    await openedFromDisk(browser, path, { ...desktop, colorScheme: 'dark' }, async (file) => {
      await expectStep(file, 0);
      const ground = () => file.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
      expect(await ground()).toBe('rgb(20, 23, 29)');
      await file.getByRole('button', { name: 'Light or dark' }).click();
      expect(await ground()).toBe('rgb(251, 249, 244)');
    });
    await openedFromDisk(browser, path, { viewport: { width: 390, height: 844 }, locale: 'en-US' }, async (file) => {
      await file.getByRole('button', { name: 'Forward' }).click();
      await expectStep(file, 1);
      expect(await tooWide(file)).toEqual([]);
      await file.getByRole('tab', { name: 'Run' }).click();
      await expect(file.getByText('A recording in a file')).toBeVisible();
      await expectAccessible(file);
    });
  });
}

test('a file that is dropped on the page shows the run inside it', async ({ page }, info) => {
  const [lab = ''] = labs;
  const path = await savedFile(page, lab, info.outputPath('run.html'));
  await page.goto('/');
  await dropFile(page, 'run.html', readFileSync(path));
  await expect(page).toHaveURL(new RegExp(`/labs/${lab}$`));
  await expectStep(page, 0);
  await page.keyboard.press('End');
  await expectStep(page, goldenLength(lab));
});

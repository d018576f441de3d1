// Ways in: by an address on this server, several files at once, and a recording whose lab is not here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { dropFile, expectStep, goldenLength, labs, sentence, tooWide } from './lab-page.ts';

const [lab = ''] = labs;
const golden = readFileSync(join(import.meta.dirname, '../packages/labs', lab, 'recording.jsonl'));

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
}

test('an address after /open# opens what lies there', async ({ page }) => {
  await page.goto(`/open#/api/labs/${lab}/recording`);
  await expect(page).toHaveURL(new RegExp(`/labs/${lab}$`));
  await expectStep(page, 0);
  await page.keyboard.press('End');
  await expectStep(page, goldenLength(lab));
});

test('the field takes an address, and says what is wrong with one', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await page.getByRole('link', { name: 'or by its address' }).click();
  const field = page.getByRole('textbox', { name: 'Address' });
  const problem = page.locator('.open-problem');
  await expectAccessible(page);
  await field.fill('https://elsewhere.example/run.jsonl');
  await field.press('Enter');
  await expect(problem).toHaveText(/elsewhere\.example\. Download the file, then drop it here\./);
  expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
  await field.fill('/api/labs/there-is-no-such-lab/recording');
  await field.press('Enter');
  await expect(problem).toHaveText('There is nothing under this address.');
  await field.fill('/mark.svg');
  await field.press('Enter');
  await expect(page.locator('.file-problem')).toContainText('mark.svg cannot be opened');
  await expectAccessible(page);
  await field.fill(`/api/labs/${lab}/recording`);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/labs/${lab}$`));
});

test('what takes long is cancelled', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/slow.jsonl', async (route) => {
    await held;
    await route.abort();
  });
  await page.goto('/open#/slow.jsonl');
  const progress = page.locator('.open-progress');
  await expect(progress).toContainText('MB so far');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  release();
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
  await expect(page.locator('.open-problem')).toHaveCount(0);
});

test('of several files the first is opened, and the others are named', async ({ page }) => {
  await page.goto('/');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'first.jsonl'));
    data.items.add(new File(['x'], 'second.jsonl'));
    data.items.add(new File(['x'], 'third.pcap'));
    return data;
  }, golden.toString());
  await page.dispatchEvent('.page', 'drop', { dataTransfer: transfer });
  await expect(page).toHaveURL(new RegExp(`/labs/${lab}$`));
  const note = page.locator('.file-problem');
  await expect(note).toContainText('second.jsonl, third.pcap');
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toHaveCount(0);
});

test('a recording whose lab is not here is read all the same', async ({ page }) => {
  const stranger = Buffer.from(golden.toString().replace(`"lab":"${lab}"`, '"lab":"a-lab-of-tomorrow"'));
  await page.goto('/');
  await dropFile(page, 'stranger.jsonl', stranger);
  await expect(page).toHaveURL(/\/recording$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('a-lab-of-tomorrow');
  await expect(page.getByText('is not in this copy of Lockstep')).toBeVisible();
  await expectStep(page, 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 2);
  const said = await sentence(page).textContent();
  await expect(page.locator('.plain-steps [data-now]')).toHaveText(`2 ${said}`);
  await page.locator('.plain-steps').getByRole('button').first().click();
  await expectStep(page, 1);
  await expect(page.getByRole('button', { name: /^(Run|Fork|Share)/ })).toHaveCount(0);
  await expect(page.locator('.stage-box svg').first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => tooWide(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No recording is open' })).toBeVisible();
});

test('a recording from a file is kept in the library', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'mine.jsonl', golden);
  await expectStep(page, 0);
  await page.getByRole('button', { name: 'Save as…' }).click();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Keep in the library' }).click(),
  ]);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('It is in the library.');
  const { run } = (await answer.json()) as { readonly run: string };
  await page.goto(`/labs/${lab}?run=${run}&step=1`);
  await expectStep(page, 1);
});

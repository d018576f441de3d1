// The library of a server of the test's own: nobody else's runs are in it.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { labs } from './lab-page.ts';
import { createOwnServer, type OwnServer } from './own-server.ts';

test.describe.configure({ mode: 'serial' });

let server: OwnServer;
test.beforeAll(async () => {
  server = await createOwnServer();
  await server.start();
});
test.afterAll(() => server.remove());

const cards = (page: Page) => page.locator('.run-card');
const [lab] = labs as [string];

async function makeRun(page: Page): Promise<string> {
  await page.goto(`${server.url}/labs/${lab}`);
  await page.getByRole('button', { name: /^Run/ }).first().click();
  await expect(page).toHaveURL(/run=[0-9a-f]{32}/);
  return new URL(page.url()).searchParams.get('run') as string;
}

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`);
}

test('an empty library says so', async ({ page }) => {
  await page.goto(`${server.url}/library`);
  await expect(page.getByRole('heading', { name: 'No run yet' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a run is found, named, starred, deleted, brought back and opened', async ({ page }) => {
  const first = await makeRun(page);
  const second = await makeRun(page);
  await page.goto(`${server.url}/`);
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(cards(page)).toHaveCount(2);
  const card = page.locator(`[data-run="${first}"]`);
  // A run that nobody watches any more comes to its end by itself.
  await expect(page.getByText('goes on')).toHaveCount(0, { timeout: 30_000 });

  await card.getByRole('button', { name: /^Rename/ }).click();
  await page.keyboard.type('the morning’s 竞态');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('link', { name: 'the morning’s 竞态' })).toBeFocused();
  await card.getByRole('button', { name: /^Star/ }).click();
  await expect(card.getByRole('button', { name: /^Star/ })).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('竞态');
  await expect(cards(page)).toHaveCount(1);
  await expect(page).toHaveURL(/text=/);
  await page.getByRole('searchbox').fill('nothing is called so');
  await expect(page.getByRole('heading', { name: 'No run is like that' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all runs' }).click();
  await page.getByRole('button', { name: 'Starred' }).click();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Starred' }).click();
  await expect(cards(page)).toHaveCount(2);

  await page
    .locator(`[data-run="${second}"]`)
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cards(page)).toHaveCount(2);
  await page
    .locator(`[data-run="${second}"]`)
    .getByRole('button', { name: /^Delete/ })
    .click();
  // At once, while the run may still be on its way into it.
  await page.getByRole('button', { name: 'Bin' }).click();
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toHaveAttribute('data-run', second);
  await page.getByRole('button', { name: /^Bring back/ }).click();
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the library' }).click();
  await expect(cards(page)).toHaveCount(2);

  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('checkbox').nth(1).check();
  await expect(page.getByRole('link', { name: 'Compare the two' })).toHaveAttribute(
    'href',
    /\/compare\?left=[0-9a-f]{32}&right=[0-9a-f]{32}/,
  );

  const strip = await card.locator('.step-strip').boundingBox();
  await page.mouse.click((strip?.x ?? 0) + (strip?.width ?? 0) / 2, (strip?.y ?? 0) + 8);
  await expect(page).toHaveURL(new RegExp(`/labs/${lab}\\?.*run=${first}`));
  await expect(page).toHaveURL(/step=[1-9]/);
});

test('names and stars are there after the server was killed', async ({ page }) => {
  await server.kill();
  await page.goto(`${server.url}/library`).catch(() => undefined);
  await server.start();
  await page.goto(`${server.url}/library?starred=1`);
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'the morning’s 竞态' })).toBeVisible();
});

test('what is kept is said, and what new rules would delete, before they hold', async ({ page }) => {
  await page.goto(`${server.url}/library`);
  await page.getByRole('button', { name: 'What is kept' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText(/Next to go/)).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Keep at most' }).fill('0');
  await expect(sheet.getByRole('button', { name: /^Keep to these rules/ })).toBeDisabled();
  await sheet.getByRole('textbox', { name: 'Keep at most' }).fill('25');
  await sheet.getByRole('button', { name: /^Keep to these rules/ }).click();
  await expect(sheet.getByText('The rules hold.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

for (const [name, options] of [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['Chinese', { locale: 'zh-CN' }],
] as const) {
  test.describe(name, () => {
    test.use(options);
    test('has no accessibility violation that axe finds', async ({ page }) => {
      await page.goto(`${server.url}/library`);
      await expect(cards(page)).toHaveCount(2);
      await expect(page.locator('.run-drawn > div > *').first()).toBeAttached({ timeout: 30_000 });
      expect(await violations(page)).toEqual([]);
    });
  });
}

// The lost update by hand, on real threads.
import { expect, type Page, test } from '@playwright/test';
import { runToTheEnd, sentence } from '../../../e2e/lab-page.ts';

async function chooseMode(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).check({ force: true });
}

const pass = { name: 'Pass', exact: true };

test('the learner loses an update with six keys, takes one back, and shares the schedule', async ({
  page,
  browser,
}) => {
  await page.goto('/labs/race?k.rounds=1');
  await page.locator('.run-row').getByRole('button').first().click();
  await expect(page).toHaveURL(/run=/);
  await page.getByRole('button', pass).click();
  const keys = page.locator('.gate-key');
  await expect(keys).toHaveCount(2);
  const chips = page.locator('.chips .chip:not(.next)');
  for (const [done, digit] of ['1', '2', '1', '2', '1'].entries()) {
    await expect(chips).toHaveCount(done);
    await expect(page.locator(`.gate-key[aria-keyshortcuts="${digit}"]`)).toBeEnabled();
    await page.keyboard.press(digit);
  }
  await expect(chips).toHaveCount(5);
  await page.keyboard.press('u');
  await expect(chips).toHaveCount(4);
  for (const digit of ['1', '2']) {
    await expect(page.locator(`.gate-key[aria-keyshortcuts="${digit}"]`)).toBeEnabled();
    await page.keyboard.press(digit);
  }
  await expect(page.getByText('it ends with -1').or(page.getByText('it ends with −1')).first()).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await other.goto('/labs/race?mode=stepped&schedule=121212&k.rounds=1');
  const passOther = other.getByRole('button', pass);
  await expect(passOther.or(other.getByText(/it ends with/)).first()).toBeVisible();
  if (await passOther.isVisible()) await passOther.click();
  await expect(other.getByText(/it ends with [−-]1/).first()).toBeVisible();
  await other.context().close();
});

test('a search finds the schedule that breaks it, and real threads prove it', async ({ page }) => {
  await page.goto('/labs/race');
  await page.getByRole('button', pass).click();
  await chooseMode(page, 'Find a bug');
  await runToTheEnd(page);
  await expect(page.getByText('Found with schedule 2').first()).toBeVisible();
  await page.getByRole('button', { name: 'Prove it on real threads' }).click();
  await expect(page.getByText(/Real threads, same schedule: it ends with [^0]/).first()).toBeVisible();
});

test('with the lock the search ends with a proof', async ({ page }) => {
  await page.goto('/labs/race?mode=search&k.lock=true');
  await page.getByRole('button', pass).click();
  await runToTheEnd(page);
  await expect(page.getByText('Proved: no schedule breaks it.').first()).toBeVisible();
});

test('many free runs fill the histogram', async ({ page }) => {
  await page.goto('/labs/race?mode=batch&k.runs=20');
  await page.getByRole('button', pass).click();
  await runToTheEnd(page);
  await expect(page.getByRole('img', { name: /20 runs/ }).first()).toBeVisible();
});

test('the lost update is marked at its step, with the sentence that says why', async ({ page }) => {
  await page.goto('/labs/race?step=16');
  await expect(sentence(page)).toHaveText(
    /Thread 2 stores −1, from the 0 it read at step \d+: thread 1’s store at step \d+ is lost\./,
  );
  await expect(page.locator('svg.ls-stage').first()).toContainText('is lost');
});

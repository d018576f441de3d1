// Bars that grow while they are measured, and lead to the steps that measured them.
import { expect, test } from '@playwright/test';
import { expectStep, runToTheEnd, sentence } from '../../../e2e/lab-page.ts';

test('a bar leads to the step that finished it', async ({ page }) => {
  await page.goto('/labs/cpu-vs-io?step=1');
  await expectStep(page, 1);
  await page.keyboard.press('End');
  await page.getByRole('button', { name: /computing.*threads, one lock × 4: all 10 done/ }).click();
  await expect(sentence(page)).toHaveText(/Computing, threads, one lock: all 10 done in/);
});

test('a real run fills all eight bars', async ({ page }) => {
  await page.goto('/labs/cpu-vs-io?k.upTo=20&k.sleeps=100');
  await runToTheEnd(page);
  await expect(page.getByRole('button', { name: /: all \d+ done in/ })).toHaveCount(8);
});

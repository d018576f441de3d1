// Threads and processes side by side, and the bars that lead to what was measured.
import { expect, test } from '@playwright/test';
import { expectStep, runToTheEnd, sentence } from '../../../e2e/lab-page.ts';

test('a bar leads to the step that says whose variable was changed', async ({ page }) => {
  await page.goto('/labs/threads?step=1');
  await expectStep(page, 1);
  await page.keyboard.press('End');
  await page.getByRole('button', { name: /age seen by main, Node processes × 3: 18/ }).click();
  await expect(sentence(page)).toHaveText('Node processes: whoever started them sees age = 18 afterwards.');
});

test('a real run measures threads and processes', async ({ page }) => {
  await page.goto('/labs/threads?k.count=2');
  await runToTheEnd(page);
  await expect(page.getByRole('button', { name: /different pids, worker threads × 2: 1/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /different pids, Node processes × 2: 2/ })).toBeVisible();
});

// The circle closes, an edge of it is removed, and the fix that it stands for runs on real threads.
import { expect, test } from '@playwright/test';
import { openAt } from '../../../e2e/lab-page.ts';

test('an edge of the circle is removed, and the same steps run with that fix', async ({ page }) => {
  await openAt(page, 'deadlock', 11);
  await expect(page.getByText('A cycle: nobody can go on.')).toBeVisible();
  await page
    .getByRole('button', { name: /holds|held/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/One order for all locks/)).toBeVisible();
  await page.getByRole('button', { name: /Run it/ }).click();
  await expect(page).toHaveURL(/run=[0-9a-f]{32}/);
  await expect(page.getByLabel('fix', { exact: true })).toHaveValue('order');
  await page.keyboard.press('End');
  await expect(page.locator('.gate-key:enabled').first()).toBeVisible();
});

// Sticky packets, seen in the bytes.
import { expect, test } from '@playwright/test';

test('one recv() holds the end of one answer and all of the next, letter by letter', async ({ page }) => {
  await page.goto('/labs/sticky?step=120');
  const figure = page.locator('svg.ls-stream');
  await expect(figure.getByRole('button', { name: /^Read 3: recv\(1024\) got 985 bytes, end of #1/ })).toBeVisible();
  await page.getByRole('tab', { name: 'where two meet' }).click();
  await expect(figure).toContainText('#2 sendall(29)');
  await expect(figure.getByRole('button', { name: /^Write 2: sendall, 29 bytes/ })).toBeVisible();
});

test('a folk remedy can be tried, and what it did not do is said with the steps', async ({ page }) => {
  await page.goto('/labs/sticky?k.story=burst&k.remedy=sleep');
  await page.locator('.run-row').getByRole('button').first().click();
  await expect(page).toHaveURL(/run=/);
  const pass = page.getByRole('button', { name: 'Pass', exact: true });
  await pass.click();
  await pass.click();
  await expect(page.locator('.run-state').getByText('REPLAY')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/It was used here, and still one recv\(\) gave \d+ bytes of \d messages/)).toBeAttached();
});

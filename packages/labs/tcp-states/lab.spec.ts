// The board of RFC 9293: tokens that a segment moves when it is let go, and the table that the kernel keeps.
import { expect, test } from '@playwright/test';

test('a segment that is let go moves the token of the end that it arrives at', async ({ page }) => {
  await page.goto('/labs/tcp-states?mode=stepped');
  await page.locator('.run-row').getByRole('button').first().click();
  const pass = page.getByRole('button', { name: 'Pass', exact: true });
  await pass.click();
  await pass.click();
  const place = (state: string) => page.locator(`.ls-tcp-place[data-state="${state}"]`);
  await expect(place('SYN-SENT').locator('.ls-tcp-token[data-host="client"]')).toBeVisible();
  await expect(page.locator('.ls-tcp-token[data-host="server"]:not([data-listener])')).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Deliver/ })
    .first()
    .click();
  await expect(place('SYN-RECEIVED').locator('.ls-tcp-token[data-host="server"]')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.locator('.run-state').getByText('REPLAY')).toBeVisible({ timeout: 30_000 });
  await expect(place('TIME-WAIT').locator('.ls-tcp-token[data-host="client"]')).toBeVisible();
});

test('the kernel’s table stands beside what the segments imply', async ({ page }) => {
  await page.goto('/labs/tcp-states?step=60');
  await page.getByRole('tab', { name: 'socket table' }).click();
  const row = page.getByRole('table', { name: /socket tables/ }).getByRole('row', { name: /TIME-WAIT/ });
  await expect(row).toContainText('2MSL');
  await expect(row.getByRole('cell', { name: 'TIME-WAIT', exact: true })).toHaveCount(2);
});

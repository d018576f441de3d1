// Half-open connections with nobody, and a client that a cookie lets in.
import { expect, test } from '@playwright/test';

test('forged callers fill the SYN queue while the accept queue is empty', async ({ page }) => {
  await page.goto('/labs/syn-flood?step=96');
  const door = page.getByRole('tabpanel', { name: 'Queues' });
  await expect(door).toContainText('5 half-open');
  await expect(door).toContainText('under an address that nobody has');
  await expect(door).toContainText('0 of 5');
});

test('with cookies the good client is accepted', async ({ page }) => {
  await page.goto('/labs/syn-flood?k.cookies=true');
  await page.locator('.run-row').getByRole('button').first().click();
  await expect(page).toHaveURL(/run=/);
  const pass = page.getByRole('button', { name: 'Pass', exact: true });
  await pass.click();
  await pass.click();
  await expect(page.locator('.run-state').getByText('REPLAY')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('End');
  const door = page.getByRole('tabpanel', { name: 'Queues' });
  await expect(door).toContainText('SyncookiesRecv');
  await expect(door).toContainText('accepted: 1');
});

// Datagrams, seen: pieces of one that was too long, and the memory of those that wait.
import { expect, test } from '@playwright/test';

test('what the kernel keeps for waiting datagrams is called memory, not payload', async ({ page }) => {
  await page.goto('/labs/udp?step=24');
  const figure = page.locator('svg.ls-stage').first();
  await expect(figure).toContainText('waiting datagrams');
  await expect(figure).toContainText('not payload');
});

test('a datagram of 1,473 bytes is seen in two pieces and taken in one', async ({ page }) => {
  await page.goto('/labs/udp?k.story=size&k.size=1473');
  await page.locator('.run-row').getByRole('button').first().click();
  await expect(page).toHaveURL(/run=/);
  const pass = page.getByRole('button', { name: 'Pass', exact: true });
  await pass.click();
  await pass.click();
  await expect(page.locator('.run-state').getByText('REPLAY')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('End');
  const figure = page.locator('svg.ls-stage').first();
  await expect(figure).toContainText('bytes 0–1479');
  await expect(figure).toContainText('bytes 1480–1480');
  await expect(page.getByText('“A UDP datagram holds at most 1472 bytes.”')).toBeAttached();
});

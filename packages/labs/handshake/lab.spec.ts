// The three-way handshake, seen and touched.
import { expect, test } from '@playwright/test';

test('a segment gives up its bytes, field by field, tied to its headers', async ({ page }) => {
  await page.goto('/labs/handshake?step=26');
  await page
    .getByRole('button', { name: /^SYN, ACK/ })
    .first()
    .click();
  const bytes = page.getByRole('complementary');
  await expect(bytes.getByText('Ethernet', { exact: false }).first()).toBeVisible();
  const field = bytes.getByText('Sequence number').first();
  await field.hover();
  await expect(bytes.locator('[data-on=true], .on, [aria-current], [aria-selected=true]').first()).toBeVisible();
  await expect(bytes).toContainText('correct');
});

test('both ends show the state that their kernel reports, step by step', async ({ page }) => {
  await page.goto('/labs/handshake?step=26');
  const figure = page.locator('svg.ls-stage').first();
  for (const state of ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED']) await expect(figure).toContainText(state);
});

test('the other end may close first', async ({ page }) => {
  await page.goto('/labs/handshake?k.closesFirst=server&k.acceptAfterMs=0');
  await page.locator('.run-row').getByRole('button').first().click();
  await expect(page).toHaveURL(/run=/);
  const pass = page.getByRole('button', { name: 'Pass', exact: true });
  await pass.click();
  await pass.click();
  await expect(page.locator('.run-state').getByText('REPLAY')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Which end will have to stay in TIME-WAIT?').first()).toBeVisible();
});

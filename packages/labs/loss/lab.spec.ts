// Loss and retransmission: the step that sends again, and what waits behind the hole.
import { expect, test } from '@playwright/test';

test('the step that sends again says which block and why', async ({ page }) => {
  await page.goto('/labs/loss?step=75');
  await expect(page.getByText('sends block B again: the answers tell of a hole').first()).toBeVisible();
});

test('the stream shows what cannot be read before the hole is filled', async ({ page }) => {
  await page.goto('/labs/loss?step=70');
  await page.getByRole('tab', { name: 'Stream' }).click();
  await expect(page.getByText('1000 B missing: 4000 B behind them cannot be read').first()).toBeVisible();
});

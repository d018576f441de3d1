// Sending nothing, to the end that does not come.
import { expect, test } from '@playwright/test';

test('the run says in words that nobody can go on', async ({ page }) => {
  await page.goto('/labs/empty-send?step=51');
  await expect(page.getByText('client and server each wait in recv() for the other').first()).toBeVisible();
});

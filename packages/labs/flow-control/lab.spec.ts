// Window and back-pressure: the gauge that shuts, and the call that waits.
import { expect, test } from '@playwright/test';

test('the step that shuts the window says so, and the stream shows both buffers', async ({ page }) => {
  await page.goto('/labs/flow-control');
  await page.keyboard.press('End');
  await page.getByRole('link', { name: 'this step' }).nth(1).click();
  await expect(page.getByText('window 0, no room').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Stream' }).click();
  await expect(page.getByText('receive buffer').first()).toBeVisible();
});

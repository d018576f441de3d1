// Window and back-pressure: the gauge that shuts while both buffers are full.
import { expect, test } from '@playwright/test';

test('the step that shuts the window says so, and the stream shows both buffers', async ({ page }) => {
  await page.goto('/labs/flow-control?step=65');
  await expect(page.getByText('window 0, no room').first()).toBeVisible();
  await expect(page.locator('svg.ls-stage').first()).toContainText('it may not send');
  await page.getByRole('tab', { name: 'Stream' }).click();
  await expect(page.getByText('4344 B not read yet').first()).toBeVisible();
});

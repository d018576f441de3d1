// The first server and client, seen: both kernels’ buffers between the programs.
import { expect, test } from '@playwright/test';

test('the bytes are seen in the server’s kernel while its program sleeps', async ({ page }) => {
  await page.goto('/labs/echo?step=33');
  const figure = page.locator('svg.ls-stage').first();
  await expect(figure).toContainText('not read yet');
  await expect(figure).toContainText('ESTABLISHED');
  await expect(page.getByText('5 to be read').first()).toBeVisible();
});

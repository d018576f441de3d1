// The second client, connected and not served.
import { expect, test } from '@playwright/test';

test('all three hosts are on stage, and what client 2 waits for can be seen', async ({ page }) => {
  await page.goto('/labs/loops');
  const figure = page.locator('svg.ls-stage').first();
  await page.keyboard.press('End');
  for (const host of ['client 1', 'client 2', 'server']) await expect(figure).toContainText(new RegExp(host, 'i'));
  await page.getByRole('link', { name: 'this step' }).nth(2).click();
  await expect(page).toHaveURL(/step=\d+/);
});

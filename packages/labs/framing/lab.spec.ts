// The same recorded bytes, read by one framer after the other.
import { expect, test } from '@playwright/test';

test('each framer makes something else of the same recorded bytes', async ({ page }) => {
  await page.goto('/labs/framing?step=138');
  const figure = page.locator('svg.ls-stream');
  await expect(page.getByRole('tab').first()).toHaveText('8 digits (this run)');
  await expect(figure.getByRole('button', { name: /^Message \d/ })).toHaveCount(5);
  await page.getByRole('tab', { name: 'a newline' }).click();
  await expect(figure.getByRole('button', { name: /^Message \d/ })).toHaveCount(1);
  await page.getByRole('tab', { name: '4 bytes' }).click();
  await expect(figure).toContainText('refused: too long: 808464432 bytes');
  await expect(figure).toContainText('by another framer');
});

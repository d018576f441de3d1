// Nagle and delayed ACK: the step that lets go says what it had waited for.
import { expect, test } from '@playwright/test';

test('what was held back leaves when the ACK has come, and the answer says how long it took', async ({ page }) => {
  await page.goto('/labs/nagle');
  await page.keyboard.press('End');
  await page.getByRole('link', { name: 'this step' }).nth(4).click();
  await expect(page.getByText('that it had held back: the ACK has come').first()).toBeVisible();
});

// Nagle and delayed ACK: the step that lets go says what it had waited for.
import { expect, test } from '@playwright/test';

test('what was held back leaves when the ACK has come', async ({ page }) => {
  await page.goto('/labs/nagle?step=58');
  await expect(page.getByText('20 bytes that it had held back: the ACK has come').first()).toBeVisible();
});

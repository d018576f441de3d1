// The stream of bytes: what two receives took of three sends.
import { expect, test } from '@playwright/test';

test('the stream is the first stage, and one can see a receive that mixes two sends', async ({ page }) => {
  await page.goto('/labs/buffers?step=67');
  await expect(page.getByRole('tab', { name: 'Stream' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('1024 bytes to the server: 500 A, 500 B, 24 C').first()).toBeVisible();
});

// The flags as the bits that they are.
import { expect, test } from '@playwright/test';

test('the urgent byte is seen in its segment, with flag and pointer', async ({ page }) => {
  await page.goto('/labs/flags?step=64');
  await page.getByRole('button', { name: /URG/ }).first().click();
  await page.getByRole('tab', { name: 'bytes', exact: true }).first().click();
  const bytes = page.getByRole('tabpanel').first();
  await expect(bytes).toContainText('PSH, ACK, URG');
  await expect(bytes).toContainText('Urgent pointer');
});

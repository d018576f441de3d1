// A peer that disappears: the fate of the server, and both ends on the diagram of states.
import { expect, test } from '@playwright/test';

test('the endless loop is seen, and both ends have their place on the diagram of states', async ({ page }) => {
  await page.goto('/labs/disconnect?step=84');
  await expect(page.getByText('The server prints “5 empty reads, and no end”.').first()).toBeVisible();
  await page.getByRole('tab', { name: 'TCP states' }).click();
  await expect(page.getByRole('tabpanel', { name: 'TCP states' })).toContainText('CLOSE-WAIT');
});

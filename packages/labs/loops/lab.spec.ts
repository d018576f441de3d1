// The second client, connected and not served.
import { expect, test } from '@playwright/test';

test('one client has been taken by accept(), one is in the accept queue', async ({ page }) => {
  await page.goto('/labs/loops?step=77');
  const door = page.getByRole('tabpanel', { name: 'Queues' });
  await expect(door).toContainText('1 of 6');
  await expect(door).toContainText('accepted: 1');
  await page.getByRole('tab', { name: 'Sequence' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Sequence' }).locator('svg.ls-stage')).toContainText('client 2');
});

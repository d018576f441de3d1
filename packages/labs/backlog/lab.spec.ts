// The two queues, and the client for whom there is no room.
import { expect, test } from '@playwright/test';

test('the client after the last stands outside and asks again, nobody refuses it', async ({ page }) => {
  await page.goto('/labs/backlog?step=84');
  const door = page.getByRole('tabpanel', { name: 'Queues' });
  await expect(door).toContainText('3 of 3');
  await expect(door).toContainText('0 half-open');
  await expect(door).toContainText(/no answer; SYN sent at 0, 1 s/);
  await page.getByRole('tab', { name: 'Sequence' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Sequence' }).locator('svg.ls-stage')).toContainText(
    'ListenOverflows',
  );
});

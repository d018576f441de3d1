// Two conversations beside each other, and what has been counted of each.
import { expect, test } from '@playwright/test';

test('both conversations are drawn, each with its own hosts, and counted up to the step', async ({ page }) => {
  await page.goto('/labs/tcp-vs-udp?step=0');
  const figures = page.locator('svg.ls-sequence');
  await expect(figures).toHaveCount(2);
  await expect(figures.nth(0)).toContainText('tcp-server');
  await expect(figures.nth(1)).toContainText('udp-server');
  const received = page.getByRole('row', { name: /^what each receive gave/ });
  await expect(received.getByRole('cell')).toHaveText(['', '']);
  await page.keyboard.press('End');
  await expect(received.getByRole('cell')).toHaveText(['onetwothreefour', 'one · two · three · four']);
});

test('on a phone one conversation is shown at a time', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/labs/tcp-vs-udp?step=40');
  await expect(page.locator('svg.ls-sequence')).toHaveCount(1);
  await page.getByRole('tab', { name: 'UDP' }).click();
  await expect(page.locator('svg.ls-sequence')).toContainText('udp-server');
});

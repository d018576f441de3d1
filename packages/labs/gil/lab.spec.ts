// The interpreter lock going round, and the real CPython stopped in the middle of a statement.
import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { runToTheEnd, sentence } from '../../../e2e/lab-page.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const pass = { name: 'Pass', exact: true };

test('threads pass the simulated lock around, and it is measured', async ({ page }) => {
  await page.goto('/labs/gil?k.interpreter=simulated&k.durationMs=200');
  await runToTheEnd(page);
  await page.keyboard.press('End');
  await expect(page.locator('svg.ls-slices')).toContainText(/switches a second, median slice/);
  await expect(page.locator('svg.ls-slices')).toContainText('Simulated lock, real threads');
  await expect(page.locator('.reality').first()).toContainText('simulated interpreter lock');
});

test('a click on the time goes there', async ({ page }) => {
  await page.goto('/labs/gil?step=20');
  const place = page.getByRole('slider');
  await expect(place).toHaveAttribute('aria-valuenow', '20');
  await page
    .locator('svg.ls-slices rect.ls-row')
    .first()
    .click({ position: { x: 300, y: 30 } });
  await expect(place).not.toHaveAttribute('aria-valuenow', '20');
});

test('CPython, instruction by instruction, loses the update that the link says', async ({ page }) => {
  test.skip(!hasPython, 'needs python3');
  await page.goto('/labs/gil?mode=stepped&schedule=1112222211');
  const over = page.getByText(/total ends at 1|it ends with 1/).first();
  await expect(page.getByRole('button', pass).or(over).first()).toBeVisible();
  if (await page.getByRole('button', pass).isVisible()) await page.getByRole('button', pass).click();
  await page.keyboard.press('End');
  await expect(page.locator('svg.ls-lanes')).toContainText('STORE_GLOBAL');
  await expect(page.locator('svg.ls-lanes')).toContainText('is lost');
});

test('each form of += has its bar', async ({ page }) => {
  test.skip(!hasPython, 'needs python3');
  await page.goto('/labs/gil?mode=batch&k.secondsEach=0.2');
  await runToTheEnd(page);
  await page.keyboard.press('End');
  await expect(page.locator('svg.ls-bars')).toContainText('with lock: total += int(1)');
  await expect(sentence(page)).toBeVisible();
});

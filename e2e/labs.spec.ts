// What must be true of every lab there is, by role and label, in a real browser against the built page.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  dropFile,
  expectStep,
  goldenLength,
  labs,
  openAt,
  runToTheEnd,
  sentence,
  stepWithCause,
  still,
} from './lab-page.ts';

async function expectAccessible(page: Page): Promise<void> {
  await page.locator('.stage-box .ls-frame > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
}

for (const lab of labs) {
  const middle = stepWithCause(lab);

  test.describe(lab, () => {
    test('runs for real, and the link to a step of it opens the same still in another browser', async ({
      page,
      browser,
    }) => {
      await page.goto(`/labs/${lab}`);
      await runToTheEnd(page);
      await page.keyboard.press('Home');
      await expectStep(page, 0);
      for (let step = 1; step <= 5; step++) await page.keyboard.press('ArrowRight');
      await expectStep(page, 5);
      await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('5');
      const other = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await other.goto(page.url());
      await expectStep(other, 5);
      await expect.poll(() => still(other)).toBe(await still(page));
      await other.context().close();
    });

    test('steps back as it steps forward', async ({ page }) => {
      await openAt(page, lab, middle);
      const there = await still(page);
      const words = await sentence(page).textContent();
      await page.keyboard.press('ArrowLeft');
      await expectStep(page, middle - 1);
      await page.keyboard.press('End');
      await expectStep(page, goldenLength(lab));
      await page.keyboard.press('Home');
      await expectStep(page, 0);
      for (let step = 0; step < middle; step++) await page.keyboard.press('ArrowRight');
      await expectStep(page, middle);
      expect(await still(page)).toBe(there);
      await expect(sentence(page)).toHaveText(words ?? '');
    });

    test('leads to causes and effects, and from event to event of one actor', async ({ page }) => {
      await openAt(page, lab, middle);
      await page.keyboard.press('[');
      const cause = Number(await page.getByRole('slider').getAttribute('aria-valuenow'));
      expect(cause).toBeLessThan(middle);
      await page.keyboard.press(']');
      const effect = Number(await page.getByRole('slider').getAttribute('aria-valuenow'));
      expect(effect).toBeGreaterThan(cause);
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowLeft');
      await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', /\d+/);
    });

    test('is announced step by step, in both languages', async ({ page }) => {
      await openAt(page, lab, middle);
      const live = page.locator('[aria-live=polite]').filter({ has: sentence(page) });
      await expect(live).toHaveCount(1);
      const english = await sentence(page).textContent();
      expect(english).toMatch(/^[\w].*\.$/);
      await page.getByRole('button', { name: '中文' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
      await expect(sentence(page)).toHaveText(/\p{Script=Han}.*。$/u);
      await page.reload();
      await expect(sentence(page)).toHaveText(/\p{Script=Han}.*。$/u);
    });

    test('is saved as a file that opens again without any server', async ({ page, context }) => {
      await openAt(page, lab, middle);
      const there = await still(page);
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save file' }).click();
      const saved = await saving;
      const file = await saved.path();
      await page.waitForLoadState('networkidle');
      await context.setOffline(true);
      await dropFile(page, saved.suggestedFilename(), readFileSync(file));
      await expectStep(page, 0);
      for (let step = 0; step < middle; step++) await page.keyboard.press('ArrowRight');
      await expectStep(page, middle);
      expect(await still(page)).toBe(there);
    });

    test('has no accessibility violation that axe finds: light, dark, in Chinese, on a phone', async ({ page }) => {
      await openAt(page, lab, middle);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
      await page.getByRole('button', { name: '中文' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect(page.getByRole('tab').first()).toBeVisible();
      await expectAccessible(page);
    });

    test.describe('with reduced motion', () => {
      test.use({ contextOptions: { reducedMotion: 'reduce' } });
      test('moves nothing', async ({ page }) => {
        await openAt(page, lab, middle);
        await page.keyboard.press('ArrowRight');
        const moving = await page.evaluate(() => document.getAnimations().length);
        expect(moving).toBe(0);
        const slow = await page.evaluate(
          () =>
            [...document.querySelectorAll('*')].filter(
              (element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0.01,
            ).length,
        );
        expect(slow).toBe(0);
      });
    });

    test('shows nothing sideways on a phone and on a projector', async ({ page }) => {
      await openAt(page, lab, middle);
      await page.keyboard.press('p');
      await expect(page.getByRole('slider')).toBeVisible();
      await expect(page.getByRole('complementary')).toHaveCount(0);
      await page.keyboard.press('p');
      await page.setViewportSize({ width: 390, height: 844 });
      await expect(page.getByRole('tab').first()).toBeVisible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });

    test('asks before it shows, and keeps the answer beside what happened', async ({ page }) => {
      await page.goto(`/labs/${lab}`);
      const card = page.locator('.gate-card');
      await expect(card).toBeVisible();
      const choice = card.locator('.gate-choices button').first();
      const words = (await choice.textContent())?.slice(1) ?? '';
      await choice.click();
      const pass = page.getByRole('button', { name: 'Pass', exact: true });
      for (let left = await pass.count(); left > 0; left = await pass.count()) await pass.click();
      await expect(card).toHaveCount(0);
      await page.keyboard.press('End');
      const kept = page.getByRole('row').filter({ hasText: words }).first();
      await expect(kept).toContainText(/your answer|as you said/);
    });
  });
}

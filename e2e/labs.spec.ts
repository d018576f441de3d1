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
  saveData,
  sentence,
  stepWithCause,
  still,
  tooWide,
} from './lab-page.ts';

/** Near enough to be walked to. */
const A_WALK = 16;
/** Far enough for a full picture. */
const IN_THE_MIDDLE = 40;

/** All rules, or all but that of colours, or that of colours alone: it takes half of the time, and asks about the theme. */
async function expectAccessible(page: Page, rules: 'all' | 'all but colours' | 'colours'): Promise<void> {
  await page.locator('.stage-box .ls-frame > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // No page of ours has frames: axe need not open another page to gather what it found in them.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules === 'colours') axe.withRules('color-contrast');
  if (rules === 'all but colours') axe.disableRules('color-contrast');
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
}

async function walk(page: Page, steps: number): Promise<void> {
  await page.keyboard.press('Home');
  await expectStep(page, 0);
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
  await expectStep(page, steps);
}

async function stepNow(page: Page): Promise<number> {
  return Number(await page.getByRole('slider').getAttribute('aria-valuenow'));
}

for (const lab of labs) {
  test.describe(lab, () => {
    test('runs for real, and the link to a step of it opens the same still in another browser', async ({
      page,
      browser,
    }) => {
      await saveData(page);
      await page.goto(`/labs/${lab}`);
      await runToTheEnd(page);
      await walk(page, 5);
      await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('5');
      const other = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await saveData(other);
      await other.goto(page.url());
      await expectStep(other, 5);
      await expect.poll(() => still(other)).toBe(await still(page));
      await other.context().close();
    });

    test('asks before it shows, and keeps the answer beside what happened', async ({ page }) => {
      await saveData(page);
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

    test('is walked: back as forward, along causes and actors, and as a file without any server', async ({
      page,
      context,
    }) => {
      const place = stepWithCause(lab, A_WALK);
      await openAt(page, lab, place);
      const there = await still(page);
      const words = await sentence(page).textContent();

      await test.step('steps back as it steps forward', async () => {
        await page.keyboard.press('ArrowLeft');
        await expectStep(page, place - 1);
        await page.keyboard.press('End');
        await expectStep(page, goldenLength(lab));
        await walk(page, place);
        expect(await still(page)).toBe(there);
        await expect(sentence(page)).toHaveText(words ?? '');
      });

      await test.step('leads to causes and effects, and from event to event of one actor', async () => {
        await page.keyboard.press('[');
        const cause = await stepNow(page);
        expect(cause).toBeLessThan(place);
        await page.keyboard.press(']');
        expect(await stepNow(page)).toBeGreaterThan(cause);
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Shift+ArrowLeft');
        await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', /\d+/);
      });

      await test.step('is saved as a file that opens again without any server', async () => {
        const saving = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Save as…' }).click();
        await page.getByRole('button', { name: 'Recording', exact: true }).click();
        const saved = await saving;
        await page.keyboard.press('Escape');
        const file = await saved.path();
        await page.waitForFunction(() => performance.getEntriesByName('reads-files-alone').length > 0);
        await context.setOffline(true);
        await dropFile(page, saved.suggestedFilename(), readFileSync(file));
        await expectStep(page, 0);
        await walk(page, place);
        expect(await still(page)).toBe(there);
      });
    });

    test.describe('with reduced motion', () => {
      test.use({ contextOptions: { reducedMotion: 'reduce' } });
      test('is read: in both languages, in light and dark, on a phone and a projector, without motion', async ({
        page,
      }) => {
        await saveData(page);
        const place = stepWithCause(lab, IN_THE_MIDDLE);
        await openAt(page, lab, place);

        await test.step('is announced step by step', async () => {
          const live = page.locator('[aria-live=polite]').filter({ has: sentence(page) });
          await expect(live).toHaveCount(1);
          expect(await sentence(page).textContent()).toMatch(/^[\w].*\.$/);
        });

        await test.step('has no accessibility violation that axe finds, in light and dark', async () => {
          await expectAccessible(page, 'all');
          await page.emulateMedia({ colorScheme: 'dark' });
          await expectAccessible(page, 'colours');
        });

        await test.step('moves nothing', async () => {
          await page.keyboard.press('ArrowRight');
          await expectStep(page, place + 1);
          expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
          const slow = await page.evaluate(
            () =>
              [...document.querySelectorAll('*')].filter(
                (element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0.01,
              ).length,
          );
          expect(slow).toBe(0);
        });

        await test.step('shows the stage alone on a projector, and nothing sideways', async () => {
          await page.keyboard.press('p');
          await expect(page.getByRole('complementary')).toHaveCount(0);
          await expect(page.getByRole('slider')).toBeVisible();
          await expect.poll(() => tooWide(page)).toEqual([]);
          await page.keyboard.press('p');
        });

        await test.step('is Chinese, and stays so', async () => {
          await page.getByRole('button', { name: '中文' }).click();
          await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
          await expect(sentence(page)).toHaveText(/\p{Script=Han}.*。$/u);
          await page.reload();
          await expect(sentence(page)).toHaveText(/\p{Script=Han}.*。$/u);
        });

        await test.step('shows nothing sideways on a phone, and nothing that axe objects to', async () => {
          await page.setViewportSize({ width: 390, height: 844 });
          await expect(page.locator('[data-layout=narrow]').getByRole('tab').first()).toBeVisible();
          await expect.poll(() => tooWide(page)).toEqual([]);
          await expectAccessible(page, 'all but colours');
        });
      });
    });
  });
}

test('what only a phone has is readable, in light and dark', async ({ page }) => {
  const lab = labs[0] as string;
  await page.setViewportSize({ width: 390, height: 844 });
  await openAt(page, lab, stepWithCause(lab, IN_THE_MIDDLE));
  await expectAccessible(page, 'colours');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'colours');
});

// From any step otherwise: a fork beside its original, and two events that change places.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectStep, openAt } from './lab-page.ts';

async function expectAccessible(page: Page): Promise<void> {
  await page.locator('.ls-frame > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
}

const side = (page: Page, name: 'Left' | 'Right'): Locator => page.getByRole('region', { name, exact: true });

async function expectSteps(page: Page, left: number, right: number): Promise<void> {
  await expect(side(page, 'Left').getByRole('slider')).toHaveAttribute('aria-valuenow', String(left));
  await expect(side(page, 'Right').getByRole('slider')).toHaveAttribute('aria-valuenow', String(right));
}

/** Lets threads go, one key each, as soon as each may. */
async function letGo(page: Page, threads: string, done: number): Promise<void> {
  const chips = page.locator('.chips .chip:not(.next)');
  for (const [index, thread] of [...threads].entries()) {
    await expect(chips).toHaveCount(done + index);
    await expect(page.locator(`.gate-key[aria-keyshortcuts="${thread}"]`)).toBeEnabled();
    await page.keyboard.press(thread);
  }
}

async function pickTwo(page: Page, one: number, other: number): Promise<void> {
  for (const step of [one, other]) {
    await page.keyboard.press('Home');
    for (let count = 0; count < step; count++) await page.keyboard.press('ArrowRight');
    await expectStep(page, step);
    await page.keyboard.press('s');
  }
}

test('a run is forked by key, chosen otherwise, and stands beside the original at its first difference', async ({
  page,
}) => {
  await openAt(page, 'race', 9);
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/run=/);
  await letGo(page, '222111', 6);
  await page.getByRole('link', { name: 'Compare with the original' }).click();

  await expect(page).toHaveURL(/\/compare\?lab=race&left=golden:stepped&right=[0-9a-f]+$/);
  const words = page.locator('.compare-words');
  await expect(words).toContainText('The same until step 9. Then they differ.');
  await expect(words).toContainText('Left: Thread 1 loads 0 from total');
  await expect(words).toContainText('Right: Thread 2 loads 0 from total');
  await expect(words).toContainText('Left ends with -1, right with 0.');
  await expectSteps(page, 9, 9);
  await expect(page.locator('.strip-mark[data-sign="difference"]')).toHaveCount(2);

  await page.keyboard.press('ArrowRight');
  await expectSteps(page, 10, 10);
  await expect(side(page, 'Left').locator('.sentence-text')).toContainText('Thread 1 loads');
  await expect(side(page, 'Right').locator('.sentence-text')).toContainText('Thread 2 loads');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('m');
  await expectSteps(page, 9, 9);
  await expectAccessible(page);
});

test('each side can be moved by itself, goes on with the other from there, and comes back', async ({ page }) => {
  await page.goto('/compare?lab=race&left=golden:stepped&right=golden:stepped');
  await expect(page.locator('.compare-words')).toContainText('The same to the end');
  await page.keyboard.press('Home');
  await expectSteps(page, 0, 0);
  const strip = side(page, 'Right').getByRole('slider');
  const box = await strip.boundingBox();
  if (!box) throw new Error('no strip');
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height / 2);
  await expect(strip).not.toHaveAttribute('aria-valuenow', '0');
  const moved = Number(await strip.getAttribute('aria-valuenow'));
  expect(moved).toBeGreaterThan(3);
  await expectSteps(page, 0, moved);
  await page.keyboard.press('ArrowRight');
  await expectSteps(page, 1, moved + 1);
  await page.getByRole('button', { name: 'Align again' }).click();
  await expectSteps(page, 1, 1);
});

test('two runs of a lab stand side by side at a moment that both have, and play together', async ({ page }) => {
  await page.goto('/compare?lab=race&left=golden:stepped&right=golden:stepped');
  await page.getByLabel('Side by side at').selectOption({ label: 'lost' });
  await expect(page).toHaveURL(/at=moment:lost/);
  await expectSteps(page, 16, 16);
  await page.getByRole('button', { name: 'Play' }).click();
  await expectSteps(page, 20, 20);
  await page.goto('/compare?lab=mutex&left=golden:stepped&right=nobody');
  await expect(page.getByRole('heading', { name: 'There are no two runs to compare' })).toBeVisible();
  await expect(page.getByText('Right: there is no recording of this run')).toBeVisible();
});

test('two loads that race are free, and the run in which they have changed places is shown beside', async ({
  page,
}) => {
  await openAt(page, 'race', 1);
  await pickTwo(page, 10, 11);
  const panel = page.locator('.swap');
  await expect(panel.getByRole('status')).toHaveText(
    'Free: another schedule, the same for the first 6 choices, brings them in the other order.',
  );
  await expect(page.locator('.strip-mark[data-sign="first"]')).toHaveCount(1);
  await expect(page.locator('.strip-mark[data-sign="second"]')).toHaveCount(1);
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Run it so on real threads, and compare' }).click();
  await expect(page).toHaveURL(/\/compare\?/);
  await expect(page.locator('.compare-words')).toContainText('The same until step 9. Then they differ.');
  await expect(page.locator('.compare-words')).toContainText('Right: Thread 2 loads 0 from total');
});

test('under a lock the chain is told, and that it was a matter of turn', async ({ page }) => {
  await page.goto('/labs/race?mode=stepped&k.lock=true&k.rounds=1&schedule=1111122222');
  await expect(page.getByText('it ends with 0, as it should').first()).toBeVisible({ timeout: 30_000 });
  await expect(page).toHaveURL(/run=/);
  const steps = await page.evaluate(async () => {
    const run = new URL(location.href).searchParams.get('run');
    const [, ...lines] = (await (await fetch(`/api/recordings/${run}`)).text()).trim().split('\n');
    const events = lines.map((line) => JSON.parse(line) as { actor: string; kind: string });
    const at = (actor: string, kind: string) =>
      events.findIndex((event) => event.actor === actor && event.kind === kind) + 1;
    return { stored: at('t1', 'value.written'), loaded: at('t2', 'value.read'), read: at('t1', 'value.read') };
  });
  await pickTwo(page, steps.stored, steps.loaded);
  const panel = page.locator('.swap');
  await expect(panel.getByRole('status')).toContainText('whose turn it was could have been otherwise');
  await expect(panel.getByRole('list', { name: 'The chain' }).getByRole('listitem').first()).toContainText('stores');
  await pickTwo(page, steps.read, steps.stored);
  await expect(panel.getByRole('status')).toContainText('Forced: one leads to the other in every run');
  await panel.getByRole('list', { name: 'The chain' }).getByRole('button').first().click();
  await expectStep(page, steps.read);
});

test('of a run on the network it is not said that anything was free', async ({ page }) => {
  await openAt(page, 'handshake', 1);
  await pickTwo(page, 3, 4);
  await expect(page.locator('.swap').getByRole('status')).toContainText(/^(Not known|Forced|In this run)/);
});

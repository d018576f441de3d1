import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { goldenLength, labs } from './lab-page.ts';

/** The lab with the shortest recording that is still long enough to walk in, whichever it is. */
const lab = labs.filter((id) => goldenLength(id) > 20).sort((a, b) => goldenLength(a) - goldenLength(b))[0] ?? '';
const START = 5;

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
}

test('one who leads with a wall and a presenter window, and one who learns', async ({ page: first, browser }) => {
  test.slow();
  await first.goto(`/labs/${lab}?step=${START}`);
  await expect(first.locator('.count b')).toHaveText(String(START));
  await first.getByRole('button', { name: 'Open a class' }).click();
  const opened = async (name: string) => {
    const next = first.context().waitForEvent('page');
    await first.getByRole('dialog').getByRole('link', { name }).click();
    return next;
  };
  const wall = await opened('Open the wall');
  const presenter = await opened('Presenter view');
  await first.close();
  await presenter.setViewportSize({ width: 1280, height: 800 });

  const panel = wall.getByRole('complementary', { name: 'Class' });
  const code = (await panel.locator('.wall-join b').innerText()).replace(/\s/g, '');
  const learner = await (await browser.newContext()).newPage();
  await learner.goto(`/join/${code}`);
  await learner.getByLabel('Your name, if you like').fill('Bo');
  await learner.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(learner.locator('.count b')).toHaveText(String(START));
  await expect(panel).toContainText('1 following');

  // What is needed while speaking is there without scrolling, and a presenter's remote drives everybody.
  const next = presenter.getByRole('button', { name: 'Next step' });
  await expect(next).toBeInViewport({ ratio: 1 });
  const announced = await presenter.locator('.now-next .next dd').innerText();
  await presenter.keyboard.press('PageDown');
  await expect(wall.locator('.wall-count b')).toHaveText(String(START + 1));
  await expect(wall.locator('.wall-sentence')).toHaveText(announced);
  await expect(learner.locator('.count b')).toHaveText(String(START + 1));

  await presenter.getByRole('button', { name: 'Ask something else' }).click();
  await presenter.getByLabel('Question').fill('Who goes next?');
  await presenter.getByLabel('Choice 1', { exact: true }).fill('one');
  await presenter.getByLabel('Choice 2', { exact: true }).fill('two');
  await presenter.getByLabel('Choice 2 is right').check();
  await presenter.getByRole('button', { name: 'Ask', exact: true }).click();
  await learner.getByRole('button', { name: /two/ }).click();
  // The one who leads sees the answers as they come; the wall only that they came.
  await expect(presenter.getByText('1 of 1 answered')).toBeVisible();
  await expect(presenter.getByRole('listitem').filter({ hasText: 'two' })).toHaveText(/right\s*1/);
  await expect(panel).toContainText('1 has answered');
  await expect(panel.getByRole('listitem').filter({ hasText: 'two' })).toHaveText('two');
  await expectNoViolation(presenter);
  await presenter.getByRole('button', { name: 'Reveal' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'two' })).toHaveText(/right\s*1/);
  await expectNoViolation(wall);
  await presenter.getByRole('button', { name: 'Away with it' }).click();

  // A wall that is loaded anew is a wall again.
  await wall.reload();
  await expect(panel).toContainText('1 following');
  await expect(wall.locator('.wall-count b')).toHaveText(String(START + 1));

  // The wheel goes to a learner, who leads from a page of the same kind, and comes back.
  const hand = await learner.context().newPage();
  await hand.setViewportSize({ width: 390, height: 844 });
  await hand.goto('/present');
  await hand.getByRole('button', { name: 'Ask to drive' }).click();
  await presenter.getByRole('button', { name: 'Accept' }).click();
  await hand.getByRole('button', { name: 'Next step' }).click();
  await expect(wall.locator('.wall-count b')).toHaveText(String(START + 2));
  await expectNoViolation(hand);
  await presenter.getByRole('button', { name: 'Take it back' }).click();
  await expect(hand.getByRole('heading', { name: 'You follow this class' })).toBeVisible();

  await presenter.getByRole('button', { name: 'End the class' }).click();
  await presenter
    .getByRole('group', { name: /End it/ })
    .getByRole('button', { name: 'End the class' })
    .click();
  await presenter.getByRole('link', { name: 'Open the summary' }).click();
  await expect(presenter.getByRole('heading', { name: 'Who goes next?' })).toBeVisible();
  await presenter.getByText('Who answered what').click();
  await expect(presenter.getByRole('row', { name: /Bo/ })).toContainText('two');
  await expectNoViolation(presenter);
  for (const [button, ending] of [
    ['Save as JSON', /\.json$/],
    ['Save as CSV', /\.csv$/],
  ] as const) {
    const download = presenter.waitForEvent('download');
    await presenter.getByRole('button', { name: button }).click();
    expect((await download).suggestedFilename()).toMatch(ending);
  }
});

import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { labs, modesOf } from './lab-page.ts';
import { createOwnServer, type OwnServer } from './own-server.ts';

/** A lab that can be stepped and run freely without a network, whichever it is. */
const lab = labs.find((id) => modesOf(id).includes('free') && modesOf(id).includes('search')) ?? '';
const START = 4;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

let server: OwnServer;
test.beforeEach(async () => {
  server = await createOwnServer();
  await server.start();
});
test.afterEach(() => server.remove());

async function open(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-US', ...options })).newPage();
  await page.goto(server.url + path);
  return page;
}

async function join(browser: Browser, code: string, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(browser, `/join/${code}`, options);
  await page.getByLabel('Your name, if you like').fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  return page;
}

const stepOf = (page: Page) => page.locator('.count b');
const bar = (page: Page) => page.getByRole('region', { name: 'Class' });

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
}

test('a class: follow, leave and return, ask, run, hand over, and a server that is killed in the middle', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const instructor = await open(browser, `/labs/${lab}?step=${START}`);
  await expect(stepOf(instructor)).toHaveText(String(START));
  await instructor.getByRole('button', { name: 'Open a class' }).click();
  await expect(instructor.getByRole('dialog', { name: 'This class' })).toBeVisible();
  const code = await instructor.locator('.class-code b').innerText();
  await instructor.keyboard.press('Escape');

  const phone = await join(browser, code, 'Mei', PHONE);
  await expect(stepOf(phone)).toHaveText(String(START));
  await instructor.keyboard.press('ArrowRight');
  await expect(stepOf(phone)).toHaveText(String(START + 1));

  // Whoever looks around is left alone, is told where the class is, and comes back to the present.
  await phone.getByRole('button', { name: 'First' }).click();
  await expect(bar(phone)).toContainText('You look around by yourself.');
  await instructor.keyboard.press('ArrowRight');
  await expect(bar(phone)).toContainText(`Class: step ${START + 2}`);
  await expect(stepOf(phone)).toHaveText('0');
  await phone.getByRole('button', { name: 'Back to the class' }).click();
  await expect(stepOf(phone)).toHaveText(String(START + 2));
  await expectNoViolation(phone);

  // A question: answered on the picture, counted, hidden until it is revealed.
  const desk = await instructor.context().newPage();
  await desk.goto(`${server.url}/present`);
  await desk
    .getByRole('button', { name: /^Ask(?! something)/ })
    .first()
    .click();
  const gate = phone.getByRole('region').filter({ hasText: 'The class is asked' }).last();
  await gate.getByRole('button').first().click();
  await expect(gate).toContainText('answered: 1 of 1');
  await desk.getByRole('button', { name: 'Reveal' }).click();
  await expect(phone.getByRole('list').getByText('your answer')).toBeVisible();

  // Late, and at the present at once: the step, and what the class said.
  const late = await join(browser, code, 'Bo');
  await expect(stepOf(late)).toHaveText(String(START + 2));
  await expect(late.getByText('What the class said')).toBeVisible();
  await desk.getByRole('button', { name: 'Away with it' }).click();
  await expect(late.getByText('What the class said')).toBeHidden();

  // Everyone runs it: two real runs, each its member's own, and what came out of them.
  await desk.getByRole('radio', { name: 'Free' }).click();
  await desk.getByRole('button', { name: 'Let everyone run it' }).click();
  for (const page of [phone, late]) await page.getByRole('button', { name: 'Run mine' }).click();
  await expect(desk.getByText('0 running · 2 over')).toBeVisible();
  await expect(late.getByRole('listitem').getByText('your run')).toBeVisible();
  await expect(bar(late)).toContainText('You look around by yourself.');
  for (const page of [phone, late]) await page.getByRole('button', { name: 'Back to the class' }).click();

  // The wheel goes to a learner, and comes back.
  await late.getByRole('button', { name: 'Ask to drive' }).click();
  await desk.getByRole('button', { name: 'Accept' }).click();
  await expect(bar(late)).toContainText('You drive');
  await late.keyboard.press('ArrowLeft');
  await expect(stepOf(phone)).toHaveText(String(START + 1));
  await expect(stepOf(instructor)).toHaveText(String(START + 1));
  await instructor.getByRole('button', { name: 'Drive again' }).click();
  await expect(bar(late)).toContainText('You follow');

  // Killed: all say so. Started again: all are where they were, and the class goes on.
  const all = [instructor, phone, late];
  await server.kill();
  for (const page of all) await expect(bar(page)).toContainText('Connection lost');
  await server.start();
  for (const page of all) await expect(bar(page)).not.toContainText('Connection lost', { timeout: 20_000 });
  await instructor.keyboard.press('ArrowRight');
  for (const page of [phone, late]) await expect(stepOf(page)).toHaveText(String(START + 2));
  await expect(bar(instructor)).toContainText('You drive');
});

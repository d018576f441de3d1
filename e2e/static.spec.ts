// The site without a server, as a static host would have it: under some path, with no header of its own choice. Once with
// service workers, which give the page shared memory, and once without, where a virtual machine stands in.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect as hastyExpect, type Page } from '@playwright/test';
import { type FolderServer, serveFolder } from './folder-server.ts';
import { expectStep, sentence, tooWide } from './lab-page.ts';

/** A run starts several workers, and the machine may be busy. */
const expect = hastyExpect.configure({ timeout: 20_000 });

const root = join(import.meta.dirname, '..');
const PATH = '/some/path/';
let folder: string;
let host: FolderServer;

// One after the other, in one process: the site is built once.
base.describe.configure({ mode: 'default' });

base.beforeAll(async () => {
  base.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'lockstep-static-'));
  const built = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'vite.static.config.ts', '--logLevel', 'error'],
    { cwd: join(root, 'apps/web'), env: { ...process.env, LOCKSTEP_STATIC_DIRECTORY: folder }, encoding: 'utf8' },
  );
  expect(built.stderr).toBe('');
  host = await serveFolder(folder, PATH);
});

base.afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that asks for nothing outside of its folder, and has nothing to complain about. */
const test = base.extend({
  page: async ({ page }, give) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.context().on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(host.url)) complaints.push(request.url());
    });
    await give(page);
    expect(complaints).toEqual([]);
  },
});

interface Told {
  readonly kind: string;
  readonly source: string;
  readonly line?: number;
}

interface Recording {
  readonly header: {
    readonly mode: string;
    readonly knobs: Readonly<Record<string, unknown>>;
    readonly reality: object;
  };
  readonly events: readonly Told[];
  readonly schedule: readonly number[];
}

function parseRecording(text: string): Recording {
  const [header, ...events] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { header, events, schedule: header.schedule ?? [] };
}

function golden(lab: string): Recording {
  return parseRecording(readFileSync(join(root, 'packages/labs', lab, 'recording.jsonl'), 'utf8'));
}

/** The run that is shown, from the browser's own database, once it is over. */
async function runShown(page: Page): Promise<Recording> {
  await expect(page).toHaveURL(/run=[0-9a-f]{32}/);
  await expect(page.locator('.run-state').getByText('REPLAY')).toBeVisible();
  const run = new URL(page.url()).searchParams.get('run') as string;
  const kept = () =>
    page.evaluate(
      (id) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('lockstep', 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const asked = opening.result.transaction('runs').objectStore('runs').get(id);
            asked.onsuccess = () => resolve(asked.result?.recording ?? '');
          };
        }),
      run,
    );
  await expect.poll(kept).toContain('run.ended');
  return parseRecording(await kept());
}

/** Opens the front page and waits until it is as isolated as it will be. */
async function openFront(page: Page, isIsolated: boolean): Promise<void> {
  await page.goto(host.url);
  await expect(page.locator('.static-note')).toContainText(isIsolated ? 'Threads are real here' : 'virtual machine');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(isIsolated);
}

/** Labs that run here, as the course shows them, and whose first recording is one by hand. */
async function labsByHand(page: Page): Promise<readonly string[]> {
  const links = page.locator('.course li:not(:has(.lab-recorded)) a');
  const ids = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));
  return ids.filter((id) => golden(id).header.mode === 'stepped' && golden(id).schedule.length > 0);
}

/** One whose threads write over each other's values. */
async function labThatLoses(page: Page): Promise<string> {
  const isIt = (id: string) => golden(id).events.some(({ kind }) => kind === 'value.written');
  return (await labsByHand(page)).find(isIt) as string;
}

function linkTo(lab: string): string {
  const { header, schedule } = golden(lab);
  const query = new URLSearchParams({ mode: 'stepped', schedule: schedule.map((n) => n.toString(36)).join('') });
  for (const [knob, value] of Object.entries(header.knobs)) query.set(`k.${knob}`, String(value));
  return `${host.url}labs/${lab}/?${query}`;
}

/** Where operations stand in the code. */
const lines = ({ events }: Recording) => events.map(({ kind, line }) => `${kind} ${line ?? ''}`);

const sources = ({ events }: Recording) => [...new Set(events.map(({ source }) => source))].sort();

for (const { name, isIsolated } of [
  { name: 'with shared memory', isIsolated: true },
  { name: 'without', isIsolated: false },
]) {
  test.describe(name, () => {
    test.use({ serviceWorkers: isIsolated ? 'allow' : 'block' });

    test('a run by keys goes as its schedule says, step back, reload and all', async ({ page }) => {
      await openFront(page, isIsolated);
      const lab = await labThatLoses(page);
      const { schedule, header } = golden(lab);
      const knobs = Object.entries(header.knobs).map(([knob, value]) => `k.${knob}=${String(value)}`);
      await page.goto(`${host.url}labs/${lab}/?${knobs.join('&')}`);
      await page.locator('.run-row').getByRole('button').first().click();
      const pass = page.getByRole('button', { name: 'Pass', exact: true });
      const keys = page.locator('.gate-key');
      await expect(pass.or(keys.first()).first()).toBeVisible();
      while (await pass.isVisible()) await pass.click();
      const chips = page.locator('.chips .chip:not(.next)');
      for (const [done, thread] of schedule.entries()) {
        await expect(chips).toHaveCount(done);
        await expect(page.locator(`.gate-key[aria-keyshortcuts="${thread}"]`)).toBeEnabled();
        await page.keyboard.press(String(thread));
      }
      const run = await runShown(page);
      expect(lines(run)).toEqual(lines(golden(lab)));
      expect(sources(run)).toEqual(isIsolated ? sources(golden(lab)) : ['model']);
      await expect(page.locator('.reality').first()).toContainText(isIsolated ? 'Real:' : 'Model:');

      await page.keyboard.press('End');
      const told = await sentence(page).textContent();
      await page.keyboard.press('ArrowLeft');
      await expectStep(page, run.events.length - 1);
      await expect(sentence(page)).not.toHaveText(told ?? '');
      await expect(page).toHaveURL(new RegExp(`step=${run.events.length - 1}`));
      await page.reload();
      await expectStep(page, run.events.length - 1);
    });

    test('a search finds what breaks, and its schedule shows it', async ({ page }) => {
      await openFront(page, isIsolated);
      const lab = await labThatLoses(page);
      await page.goto(`${host.url}labs/${lab}/?mode=search`);
      const pass = page.getByRole('button', { name: 'Pass', exact: true });
      await expect(pass.or(page.getByRole('slider')).first()).toBeVisible();
      await page.getByRole('radio', { name: 'Find a bug' }).check({ force: true });
      await page.locator('.run-row').getByRole('button').first().click();
      await expect(page).toHaveURL(/run=/);
      await expect(pass.or(page.getByText(/it breaks the program/)).first()).toBeVisible();
      while (await pass.isVisible()) await pass.click();
      await expect(page.getByText(/it breaks the program/).first()).toBeVisible();
      await page.getByRole('button', { name: isIsolated ? 'Prove it on real threads' : 'Run it to its end' }).click();
      await expect(
        page.getByText(isIsolated ? /Real threads, same schedule/ : /Virtual machine, this schedule/),
      ).toBeVisible();
    });
  });
}

test('all labs that run here go step for step, line for line, as real threads once did', async ({ page }) => {
  test.slow();
  await openFront(page, true);
  const ids = await labsByHand(page);
  expect(ids.length).toBeGreaterThan(10);
  for (const lab of ids) {
    // As a link in the page does, without loading it anew.
    await page.evaluate((link) => history.pushState(undefined, '', link), linkTo(lab));
    const run = await runShown(page);
    expect({ lab, lines: lines(run) }).toEqual({ lab, lines: lines(golden(lab)) });
    expect(sources(run)).toEqual(sources(golden(lab)));
  }
});

test('free runs and batches are made on real threads', async ({ page }) => {
  await openFront(page, true);
  const lab = await labThatLoses(page);
  for (const mode of ['free', 'batch']) {
    await page.goto(`${host.url}labs/${lab}/?mode=${mode}`);
    await expect(page.getByRole('slider')).toBeVisible();
    const before = page.url();
    await page.locator('.run-row').getByRole('button').first().click();
    await expect(page).not.toHaveURL(before);
    const pass = page.getByRole('button', { name: 'Pass', exact: true });
    await expect(pass.or(page.locator('.run-state').getByText('REPLAY')).first()).toBeVisible();
    while (await pass.isVisible()) await pass.click();
    const run = await runShown(page);
    expect(run.header.mode).toBe(mode);
    expect(run.header.reality).toEqual({ parts: ['worker-threads', 'shared-memory'] });
    expect(sources(run)).not.toContain('model');
  }
});

test('what needs the server shows its recording and says so', async ({ page }) => {
  await openFront(page, true);
  const link = page.locator('.course li:has(.lab-recorded) a').first();
  await link.click();
  await expect(page).toHaveURL(/\/some\/path\/labs\/[\w-]+\//);
  await expect(page.locator('.reality').first()).toContainText('Recording:');
  await page.getByRole('button', { name: 'Play a real run' }).click();
  await expect(page.getByRole('alert')).toContainText('no server behind it');
  await expect(page.getByRole('alert')).toContainText('npm start');
  await page.reload();
  await expect(page.getByRole('slider')).toBeVisible();
});

test('the lesson is there in Chinese, and in the picture nothing is too wide', async ({ page }) => {
  await openFront(page, true);
  const [lab] = await labsByHand(page);
  await page.getByRole('button', { name: '中文' }).click();
  await page.goto(`${host.url}labs/${lab}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Han}/u);
  await expect(page.locator('.lesson').first()).toContainText(/\p{Script=Han}{4}/u);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(host.url);
  await expect(page.locator('.static-note')).toContainText('没有服务器');
  expect(await tooWide(page)).toEqual([]);
});

test('whoever declines does without shared memory, and can take it back', async ({ page }) => {
  await openFront(page, true);
  await page.getByRole('button', { name: 'Do without' }).click();
  await expect(page.getByRole('button', { name: 'Use real threads' })).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
  await page.getByRole('button', { name: 'Use real threads' }).click();
  await expect(page.getByRole('button', { name: 'Do without' })).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

// Without a network the browser itself complains.
base('a page that was visited opens with the network gone, and runs', async ({ page, context }) => {
  await openFront(page, true);
  const [lab] = await labsByHand(page);
  await page.goto(linkTo(lab as string));
  await runShown(page);
  await context.setOffline(true);
  await page.goto(`${host.url}labs/${lab}/?mode=stepped&schedule=${golden(lab as string).schedule[0]}`);
  await expect(page.locator('.chips .chip').first()).toBeVisible();
});

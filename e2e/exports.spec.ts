// What a run is saved as, opened by what it is made for.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { readCapture } from '@lockstep/packet';
import { expect, type Page, test } from '@playwright/test';
import { expectStep, goldenLength, labs, openAt } from './lab-page.ts';
import { serveFolder } from './serve-folder.ts';

const speedscope = join(dirname(createRequire(import.meta.url).resolve('speedscope/package.json')), 'dist/release');

/** The first lab of each track: threads, sockets, and whatever else there is. */
function oneOfEachTrack(): readonly string[] {
  const byTrack = new Map<string, string>();
  for (const lab of labs) {
    const track = /track: '(\w)'/.exec(
      readFileSync(join(import.meta.dirname, '../packages/labs', lab, 'lab.ts'), 'utf8'),
    );
    if (track?.[1] !== undefined && !byTrack.has(track[1])) byTrack.set(track[1], lab);
  }
  return [...byTrack.values()];
}

async function saved(page: Page, kind: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) === 0) await page.getByRole('button', { name: 'Save as…' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: kind, exact: true }).click(),
  ]);
  await expect(dialog.getByRole('status')).toContainText(download.suggestedFilename());
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** What speedscope's page says of the file: the name of the profile that is shown. Fails when it warns of anything. */
async function openInSpeedscope(page: Page, trace: Buffer): Promise<string> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'warning' || message.type() === 'error';
    // Chromium speaks of its own drawing where there is no graphics card.
    if (isComplaint && !message.text().includes('GL Driver Message')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const served = await serveFolder(speedscope, new Map([['/run.json', trace]]));
  try {
    await page.goto(`${served.url}/index.html#profileURL=${encodeURIComponent(`${served.url}/run.json`)}`);
    const name = page.getByText(/\(pid \d+, tid \d+\)|\(pid \d+\), .* \(tid \d+\)/).first();
    await expect(name).toBeVisible();
    await expect(page.getByText('Something went wrong')).toHaveCount(0);
    expect(complaints).toEqual([]);
    return (await name.textContent()) ?? '';
  } finally {
    await served.close();
  }
}

for (const lab of oneOfEachTrack()) {
  test(`${lab}: speedscope opens its Chrome trace without a warning, and its still is a drawing by itself`, async ({
    page,
    browser,
  }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const step = Math.min(30, goldenLength(lab));
    await openAt(page, lab, step);
    await page.locator('.stage-box .ls-frame > *').first().waitFor();
    const drawing = await saved(page, 'SVG');
    expect(drawing.name).toMatch(new RegExp(`^${lab}-[\\w-]+-step-${step}\\.svg$`));
    // In a page without our rules, as any viewer is.
    const other = await browser.newPage();
    const svg = await other.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      return {
        name: root.localName,
        title: root.querySelector('title')?.textContent ?? '',
        marks: root.querySelectorAll('rect, line, path, text').length,
        foreign: root.querySelectorAll('foreignObject, script, [class], [onclick]').length,
        text: root.textContent,
      };
    }, drawing.content.toString());
    expect(svg).toMatchObject({ name: 'svg', foreign: 0 });
    expect(svg.title).toContain(`step ${step} of ${goldenLength(lab)}`);
    expect(svg.marks).toBeGreaterThan(8);
    expect(svg.text).toContain(await page.locator('.sentence-text').textContent());
    expect(drawing.content.toString()).not.toMatch(/var\(--|https?:\/\/(?!www\.w3\.org)/);

    await saved(page, 'PNG');
    const trace = await saved(page, 'Chrome trace');
    expect(complaints).toEqual([]);
    expect(await openInSpeedscope(other, trace.content)).toContain('pid');
    await other.close();
  });
}

const [first = ''] = labs;

test('the sheet says what each file is for, is accessible, and closes', async ({ page }) => {
  await openAt(page, first, 1);
  await page.getByRole('button', { name: 'Save as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this run as' });
  await expect(dialog.getByRole('listitem')).not.toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 2);
});

test('a picture has two pixels for each of the page’s, and goes to the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAt(page, first, 5);
  await page.locator('.stage-box .ls-frame > *').first().waitFor();
  const stage = await page.locator('.stage-box').boundingBox();
  const { content } = await saved(page, 'PNG');
  expect(content.subarray(1, 4).toString()).toBe('PNG');
  const width = content.readUInt32BE(16);
  expect(width).toBe(2 * (Math.ceil(stage?.width ?? 0) + 32));
  await page.getByRole('button', { name: 'Copy the picture' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('The picture is on the clipboard.');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item?.types ?? [];
  });
  expect(copied).toContain('image/png');
});

test('a Mermaid diagram begins as one', async ({ page }) => {
  await openAt(page, first, 1);
  const { name, content } = await saved(page, 'Mermaid');
  expect(name).toMatch(/\.mmd$/);
  expect(content.toString()).toMatch(/^sequenceDiagram\n {2}title /);
});

const hasTshark = spawnSync('tshark', ['--version']).status === 0;
const network = labs.find((lab) =>
  readFileSync(join(import.meta.dirname, '../packages/labs', lab, 'recording.jsonl'), 'utf8').includes('segment-sent'),
);

test('tshark reads every frame of a run, each with the steps about it', async ({ page }, info) => {
  test.skip(!hasTshark || network === undefined, 'needs tshark');
  await openAt(page, network ?? '', 1);
  const { content } = await saved(page, 'pcapng');
  const file = info.outputPath('run.pcapng');
  writeFileSync(file, content);
  const fields = ['frame.protocols', 'frame.comment', '_ws.malformed'].flatMap((field) => ['-e', field]);
  const told = execFileSync('tshark', ['-r', file, '-T', 'fields', '-E', 'separator=|', ...fields]).toString();
  const rows = told.trimEnd().split('\n');
  expect(rows.length).toBe(readCapture(new Uint8Array(content)).packets.length);
  for (const row of rows) expect(row).toMatch(/^eth:ethertype:.*\|step \d+: .*\|$/);
});

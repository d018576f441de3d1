// Captures from files: a run's frames saved for Wireshark, opened again, and files that are no captures.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { encodeFrame, type LayerDraft, pcapngFile, readCapture } from '@lockstep/packet';
import { expect, type Page, test } from '@playwright/test';
import { dropFile, expectStep, labs, sentence } from './lab-page.ts';

const folder = join(import.meta.dirname, '../packages/labs');
const withFrames = labs.filter((lab) => {
  const recording = join(folder, lab, 'recording.jsonl');
  return existsSync(recording) && readFileSync(recording, 'utf8').includes('"kind":"tcp.segment-sent"');
});

async function savedCapture(page: Page, lab: string): Promise<Buffer> {
  await page.goto(`/labs/${lab}?step=1`);
  await expectStep(page, 1);
  await page.getByRole('button', { name: 'Save as…' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'pcapng' }).click(),
  ]);
  await page.keyboard.press('Escape');
  expect(download.suggestedFilename()).toMatch(/\.pcapng$/);
  return readFileSync(await download.path());
}

function datagram(from: string, to: string, text: string): Uint8Array {
  const layers: readonly LayerDraft[] = [
    { protocol: 'ethernet', header: { source: '02:00:00:00:00:0a', destination: '02:00:00:00:00:0b' } },
    { protocol: 'ipv4', header: { source: from, destination: to } },
    { protocol: 'udp', header: { sourcePort: 40000, destinationPort: 9000 } },
    { protocol: 'payload', header: { data: new TextEncoder().encode(text) } },
  ];
  return encodeFrame(layers);
}

/** Three datagrams between two hosts, one between two others. */
function twoConversations(): Buffer {
  const frames = [
    datagram('10.0.0.1', '10.0.0.2', 'a'),
    datagram('10.0.0.7', '10.0.0.8', 'b'),
    datagram('10.0.0.2', '10.0.0.1', 'c'),
    datagram('10.0.0.1', '10.0.0.2', 'd'),
  ];
  const packets = frames.map((bytes, i) => ({
    interface: 0,
    timeNs: BigInt(i) * 1_000_000n,
    bytes,
    comments: [`note ${i}`],
  }));
  return Buffer.from(pcapngFile({ interfaces: [{ name: 'eth0' }], packets, comments: ['taken on Monday'] }));
}

for (const lab of withFrames.slice(0, 1))
  test(`the frames of ${lab} are saved, opened and stepped through`, async ({ page }) => {
    const file = await savedCapture(page, lab);
    const { packets } = readCapture(new Uint8Array(file));
    expect(packets.length).toBeGreaterThan(3);
    await dropFile(page, 'mine.pcapng', file);
    await expect(page).toHaveURL(/\/capture$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('mine.pcapng');
    await expect(page.getByText('Nothing was run here', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Run/ })).toHaveCount(0);
    await expectStep(page, 0);
    await page.keyboard.press('ArrowRight');
    await expectStep(page, 1);
    await expect(sentence(page)).toContainText('sends');
    await page.keyboard.press('ArrowRight');
    await expect(sentence(page)).toContainText('a capture does not tell');
    await page.keyboard.press('End');
    await expect(page.locator('svg.ls-sequence')).toContainText('ESTABLISHED');
    await expect(page.getByRole('complementary')).toContainText('Ethernet');
    await expect(page.getByText('end of the capture')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
  });

test('a file that is broken is refused with the place, and nothing is lost', async ({ page }) => {
  const file = twoConversations();
  await page.goto('/capture');
  await expect(page.getByRole('heading', { name: 'No capture is open' })).toBeVisible();
  await dropFile(page, 'whole.pcapng', file);
  await expectStep(page, 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 2);
  await dropFile(page, 'cut.pcapng', file.subarray(0, file.length - 5));
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('cut.pcapng cannot be opened');
  await expect(problem).toContainText(/byte \d+: the block says \d+ bytes, \d+ are there/);
  await expectStep(page, 2);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('whole.pcapng');
  await dropFile(page, 'picture.pcap', Buffer.from('GIF89a'));
  await expect(problem).toContainText('byte 0: a pcapng file begins with 0a 0d 0d 0a');
  await problem.getByRole('button').click();
  await expect(problem).toHaveCount(0);
  await expectStep(page, 2);
});

test('one of several conversations is chosen', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'two.pcapng', twoConversations());
  const [first, second] = [
    page.getByRole('button', { name: /10\.0\.0\.1 ↔/ }),
    page.getByRole('button', { name: /10\.0\.0\.7 ↔/ }),
  ];
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(first).toContainText('3 packets');
  await expect(page.getByText('taken on Monday')).toBeVisible();
  await expectStep(page, 0);
  await page.keyboard.press('End');
  await expectStep(page, 6);
  await second.click();
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await expectStep(page, 0);
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toContainText('10.0.0.7 sends a UDP datagram of 1 byte to port 9000');
  await expect(page.getByText('note 1')).toBeVisible();
});

test('what another program wrote is opened too', async ({ page }, info) => {
  test.skip(spawnSync('tshark', ['--version']).status !== 0, 'needs tshark');
  const [from, to] = [info.outputPath('from.pcapng'), info.outputPath('to.pcap')];
  writeFileSync(from, twoConversations());
  execFileSync('tshark', ['-r', from, '-F', 'pcap', '-w', to], { stdio: 'ignore' });
  await page.goto('/');
  await dropFile(page, 'to.pcap', readFileSync(to));
  await expect(page).toHaveURL(/\/capture$/);
  await expectStep(page, 0);
  await page.keyboard.press('End');
  await expectStep(page, 6);
});

// What a learner does on a lab's page, in the words of the screen.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../packages/labs');

/** The labs there are; none is named here. */
export const labs = readdirSync(folder).filter(
  (name) => !name.startsWith('_') && existsSync(join(folder, name, 'lab.ts')),
);

/** Number of events in a lab's golden recording. */
export function goldenLength(lab: string): number {
  return (
    readFileSync(join(folder, lab, 'recording.jsonl'), 'utf8')
      .trim()
      .split('\n').length - 1
  );
}

/** The picture as text and places; the order of attributes and the ids that React counts up do not matter. */
export async function still(page: Page): Promise<string> {
  const markup = await page
    .locator('svg.ls-stage')
    .first()
    .evaluate((svg) => {
      const lines: string[] = [];
      for (const element of [svg, ...svg.querySelectorAll('*')]) {
        const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
        const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
        lines.push([element.tagName, ...attributes, ...text.map((node) => node.textContent)].join(' '));
      }
      return lines.join('\n');
    });
  return markup.replace(/«\w+»|_r_\w+_|:r\w+:/g, '');
}

/** Drops a file onto the page, as a hand would. */
export async function dropFile(page: Page, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const bytes = Uint8Array.from(atob(base64 as string), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName as string));
      return data;
    },
    [name, content.toString('base64')],
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('.page', type, { dataTransfer: transfer });
}

export function sentence(page: Page): Locator {
  return page.locator('.sentence-text');
}

/** Opens a place in the golden recording. A link to a step shows the step: it does not ask first. */
export async function openAt(page: Page, lab: string, step: number): Promise<void> {
  await page.goto(`/labs/${lab}?step=${step}`);
  await expectStep(page, step);
}

export async function expectStep(page: Page, step: number): Promise<void> {
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', String(step));
}

/** Presses Run, passes over the questions, lets threads go as long as any can, and waits for the end. */
export async function runToTheEnd(page: Page): Promise<void> {
  const before = new URL(page.url()).searchParams.get('run');
  await page.locator('.run-row').getByRole('button').first().click();
  await expect.poll(() => new URL(page.url()).searchParams.get('run')).not.toBe(before);
  const pass = page.getByRole('button', { name: 'Pass', exact: true });
  const over = page.locator('.run-state').getByText('REPLAY');
  const gate = page.locator('.gate-key:enabled');
  for (;;) {
    await expect(pass.or(over).or(gate).first()).toBeVisible({ timeout: 30_000 });
    if (await pass.isVisible()) await pass.click();
    else if (await over.isVisible()) return;
    else await page.keyboard.press((await gate.first().getAttribute('aria-keyshortcuts')) ?? '1');
  }
}

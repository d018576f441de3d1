// What a learner does on a lab's page, in the words of the screen.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../packages/labs');

/** The labs there are; none is named here. */
export const labs = readdirSync(folder).filter(
  (name) => !name.startsWith('_') && existsSync(join(folder, name, 'lab.ts')),
);

function goldenEvents(lab: string): readonly { readonly cause?: number }[] {
  const [, ...events] = readFileSync(join(folder, lab, 'recording.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return events.map((line) => JSON.parse(line));
}

/** The modes of which a lab has golden recordings. */
export function modesOf(lab: string): readonly string[] {
  return readdirSync(join(folder, lab))
    .filter((file) => /^recording(\.\w+)?\.jsonl$/.test(file))
    .map((file) => JSON.parse(readFileSync(join(folder, lab, file), 'utf8').split('\n', 1)[0] ?? '').mode);
}

/** Number of events in a lab's golden recording. */
export function goldenLength(lab: string): number {
  return goldenEvents(lab).length;
}

/** A step of a lab's golden recording whose event has a cause: in the middle, or the first one from `most` on. */
export function stepWithCause(lab: string, most: number): number {
  const events = goldenEvents(lab);
  const wanted = Math.min(most, Math.floor(events.length / 2));
  const seq = events.findIndex(({ cause }, index) => index >= wanted - 1 && cause !== undefined);
  return (seq < 0 ? events.findLastIndex(({ cause }) => cause !== undefined) : seq) + 1;
}

/** The picture as text and places; the order of attributes and the ids that React counts up do not matter. */
export async function still(page: Page): Promise<string> {
  await page.locator('.stage-box .ls-frame > *').first().waitFor();
  const markup = await page.locator('.stage-box').evaluate((stage) => {
    const lines: string[] = [];
    for (const element of stage.querySelectorAll('*')) {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      lines.push([element.tagName, ...attributes, ...text.map((node) => node.textContent)].join(' '));
    }
    return lines.join('\n');
  });
  return markup.replace(/«\w+»|_r_\w+_|:r\w+:/g, '');
}

/**
 * What reaches past its room on the right: the page, a part of the stage that nobody can scroll to, or what can be
 * pressed at the edge of the window.
 */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const right = (element: Element) => Math.floor(element.getBoundingClientRect().right);
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth;
    const canBeScrolledTo = (element: Element, box: Element): boolean => {
      for (let outer = element.parentElement; outer && outer !== box; outer = outer.parentElement)
        if (scrolls(outer)) return true;
      return false;
    };
    const found = [document.documentElement].filter(isWide) as Element[];
    for (const box of document.querySelectorAll('.stage-box'))
      for (const part of box.querySelectorAll('*:not(svg *)'))
        if (right(part) > right(box) && !canBeScrolledTo(part, box)) found.push(part);
    for (const control of document.querySelectorAll('.top button, .transport button'))
      if (right(control) > innerWidth) found.push(control);
    return found.map((element) => `${element.tagName} ${element.getAttribute('class')}`);
  });
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
/** The browser of somebody who saves data: nothing is fetched ahead, which is most of what a page does in its first seconds. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
}

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
  await expect.poll(() => new URL(page.url()).searchParams.get('run'), { timeout: 30_000 }).not.toBe(before);
  const pass = page.getByRole('button', { name: 'Pass', exact: true });
  const over = page.locator('.run-state').getByText('REPLAY');
  const gate = page.locator('.gate-key:enabled');
  for (;;) {
    await expect(pass.or(over).or(gate).first()).toBeVisible({ timeout: 30_000 });
    if (await pass.isVisible()) await pass.click();
    else if (await over.isVisible()) return;
    else {
      // Read at once: by the time anybody waited for it the key might be gone, for the run goes on.
      const [key] = await gate.evaluateAll((keys) => keys.map((one) => one.getAttribute('aria-keyshortcuts')));
      if (key) await page.keyboard.press(key);
    }
  }
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light, ...dark] = sheet
  .split(/\n\s+color-scheme: /)
  .slice(1)
  .map((block) => new Map([...block.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, value]) => [name, value])));

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark[0]],
])('the palette in %s', (_, tokens) => {
  const of = (name: string) => tokens?.get(name) ?? '';

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('has a colour %i to be read on paper, and text to be read on it', (n) => {
    expect(contrast(of(`a${n}`), of('paper'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of(`on-a${n}`), of(`a${n}`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of(`a${n}`), of(`a${n}-pale`))).toBeGreaterThanOrEqual(3);
  });
});

it('the dark palette is the same where the system asks for it', () => {
  expect(dark[1]).toEqual(dark[0]);
});

// @vitest-environment jsdom
// The law of long runs: what is seen of a run that is laid out a passage at a time is what is seen of it as a whole.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTrace, type Trace } from '@lockstep/trace';
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { gilTrace } from '../testing/gil-trace.ts';
import { carParkTrace } from '../testing/places-trace.ts';
import { poolTrace } from '../testing/pool-trace.ts';
import { bunsTrace } from '../testing/queue-trace.ts';
import { raceTrace } from '../testing/race-trace.ts';
import { conditionTrace, longTrace } from '../testing/thread-traces.ts';
import { Lanes } from './lanes.tsx';
import type { PassageSizes } from './passage.ts';
import { Survey, surveyOf } from './survey.ts';

afterEach(cleanup);

const SMALL: PassageSizes = { whole: 0, reach: 1, grid: 8, stride: 16, long: 8 };
const WHOLE: PassageSizes = { ...SMALL, whole: Number.POSITIVE_INFINITY };
const WIDTH = 520;

const LABS = join(dirname(fileURLToPath(import.meta.url)), '../../../labs');

function goldens(): readonly (readonly [string, Trace])[] {
  return readdirSync(LABS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /recording[^/]*\.jsonl$/.test(path) && !path.startsWith('_'))
    .map((path) => [path, parseTrace(readFileSync(join(LABS, path), 'utf8'))] as const)
    .filter(([, { header }]) => header.mode === 'free' || header.mode === 'stepped')
    .filter(([, { header }]) => header.actors.some(({ role }) => role === 'thread'));
}

interface Drawn {
  /** Everything but numbers. */
  readonly shape: string;
  readonly numbers: readonly number[];
}

function draw(trace: Trace, cursor: number, showFuture: boolean, spacing: 'logical' | 'true', passages: PassageSizes) {
  const { container, unmount } = render(
    <Lanes
      trace={trace}
      length={trace.length}
      cursor={cursor}
      spacing={spacing}
      language="en"
      name={(actor) => actor}
      showFuture={showFuture}
      sources={new Set(['wire', 'kernel', 'program', 'derived', 'model'])}
      selection={{}}
      onSelect={() => undefined}
      onSeek={() => undefined}
      width={WIDTH}
      height={420}
      passages={passages}
    />,
  );
  const drawn = seen(container);
  unmount();
  return drawn;
}

/** What is drawn, where it lands on the screen: columns are counted from another place in each passage. */
function seen(container: HTMLElement): Drawn {
  const layer = container.querySelector<SVGElement>('.ls-scroll');
  const shift = Number(/translateX\((-?[\d.]+)px\)/.exec(layer?.style.transform ?? '')?.[1]);
  for (const element of layer?.querySelectorAll('*') ?? []) {
    for (const name of ['x', 'x1', 'x2', 'cx'])
      if (element.hasAttribute(name)) element.setAttribute(name, String(Number(element.getAttribute(name)) + shift));
    const path = element.getAttribute('d');
    const transform = element.getAttribute('transform');
    if (transform === null && path !== null) element.setAttribute('d', shifted(path, shift));
    if (transform !== null)
      element.setAttribute(
        'transform',
        transform.replace(/translate\((-?[\d.]+)/, (_, x: string) => `translate(${Number(x) + shift}`),
      );
  }
  layer?.style.removeProperty('transform');
  const html = container.innerHTML.replaceAll(/(id|url\(#|clip-path)=?"?[^">]*"?/g, '');
  const numbers: number[] = [];
  const shape = html.replaceAll(/-?\d+(\.\d+)?(e-?\d+)?/g, (text) => {
    numbers.push(Number(text));
    return '#';
  });
  return { shape, numbers };
}

function firstDifference(part: string, whole: string): string {
  if (part === whole) return '';
  const at = [...part].findIndex((letter, index) => letter !== whole[index]);
  return `${part.slice(Math.max(0, at - 200), at + 80)} INSTEAD OF ${whole.slice(at - 20, at + 80)}`;
}

/** What is drawn around a number, for who must find out why it is another one. */
function contextOf({ shape, numbers }: Drawn, index: number): string {
  return `${shape
    .split('#')
    .slice(Math.max(0, index - 12), index + 4)
    .join('#')}: ${numbers.slice(index - 2, index + 2).join(' ')}`;
}

/** Absolute x of M, L and H; what is relative stays. */
function shifted(path: string, shift: number): string {
  return path
    .replaceAll(/([ML])(-?[\d.]+)/g, (_, letter: string, x: string) => `${letter}${Number(x) + shift}`)
    .replaceAll(/H(-?[\d.]+)/g, (_, x: string) => `H${Number(x) + shift}`);
}

function expectSame(trace: Trace, cursor: number, showFuture: boolean, spacing: 'logical' | 'true') {
  // What holds for all of the run is known once all of it has been read, a little after the first picture.
  surveyOf(trace, SMALL).readTo(trace.length);
  const whole = draw(trace, cursor, showFuture, spacing, WHOLE);
  const part = draw(trace, cursor, showFuture, spacing, SMALL);
  expect(firstDifference(part.shape, whole.shape)).toBe('');
  const apart = part.numbers.findIndex((number, index) => Math.abs(number - (whole.numbers[index] as number)) > 1.2);
  expect(apart === -1 ? 'nothing apart' : `${contextOf(part, apart)} instead of ${whole.numbers[apart]}`).toBe(
    'nothing apart',
  );
}

describe('a run that is laid out a passage at a time', () => {
  const traces: readonly (readonly [string, Trace])[] = [
    ['a race', raceTrace('111222121212'.repeat(12))],
    ['a condition', conditionTrace()],
    ['a pool', poolTrace()],
    ['a queue', bunsTrace()],
    ['a car park', carParkTrace(8, 3)],
    ['an interpreter lock', gilTrace({ switches: 40 })],
    ['many threads', longTrace(30)],
    ...goldens(),
  ];

  it.each(traces)('is seen as it is as a whole: %s', (_, trace) => {
    fc.assert(
      fc.property(
        fc.nat(trace.length),
        fc.boolean(),
        fc.constantFrom('logical' as const, 'true' as const),
        (cursor, showFuture, spacing) => expectSame(trace, cursor, showFuture, spacing),
      ),
      { numRuns: 4 },
    );
  });

  it('is surveyed the same in slices as at once, and while it grows', () => {
    const trace = raceTrace('111222121212'.repeat(20));
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.nat(trace.length - 1),
        (slices, from) => {
          const sliced = new Survey(trace, { stride: 16, long: 4 });
          for (const slice of slices) sliced.readOn(slice);
          const once = new Survey(trace, { stride: 16, long: 4 });
          once.readTo(trace.length);
          const to = Math.min(trace.length, from + 30);
          expect(sliced.between(from, to).values).toEqual(once.between(from, to).values);
          sliced.readTo(trace.length);
          expect(sliced.whole).toEqual(once.whole);
          expect(sliced.between(from, to)).toEqual(once.between(from, to));
        },
      ),
    );
  });
});

// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { colourOf } from './colour.ts';
import { gradientsOf } from './gradient.ts';
import { createPaper } from './sheet-of-paper.ts';

const box = { x: 0, y: 0, width: 40, height: 20 };

function gradientOf(image: string): SVGElement {
  const paper = createPaper(100, 100, { left: 0, top: 0 });
  gradientsOf(image, box, paper);
  const gradient = paper.defs.querySelector('linearGradient');
  if (!gradient) throw new Error('nothing was drawn');
  return gradient as SVGElement;
}

function stopsOf(gradient: SVGElement): readonly string[] {
  return [...gradient.children].map((stop) => `${stop.getAttribute('offset')} ${stop.getAttribute('stop-color')}`);
}

test('colours are read as browsers compute them', () => {
  expect(colourOf('rgb(180, 18, 58)')).toEqual({ hex: '#b4123a', opacity: undefined });
  expect(colourOf('rgba(0, 0, 0, 0.5)')).toEqual({ hex: '#000000', opacity: 0.5 });
  expect(colourOf('color(srgb 1 0.5 0 / 0.25)')).toEqual({ hex: '#ff8000', opacity: 0.25 });
  expect(colourOf('rgba(0, 0, 0, 0)')).toBeUndefined();
  expect(colourOf('none')).toBeUndefined();
});

test('a hatch repeats after its last stop', () => {
  const gradient = gradientOf(
    'repeating-linear-gradient(90deg, rgb(0, 0, 0) 0px, rgb(0, 0, 0) 3px, rgb(255, 255, 255) 3px, rgb(255, 255, 255) 4px)',
  );
  expect(gradient.getAttribute('spreadMethod')).toBe('repeat');
  expect([gradient.getAttribute('x1'), gradient.getAttribute('x2')]).toEqual(['0', '4']);
  expect(stopsOf(gradient)).toEqual(['0 #000000', '0.75 #000000', '0.75 #ffffff', '1 #ffffff']);
});

test('two places after one colour are two stops, and a share of the box is a share', () => {
  const gradient = gradientOf('linear-gradient(90deg, rgb(0, 0, 0) 25% 50%, rgb(255, 255, 255) 50%)');
  expect(stopsOf(gradient)).toEqual(['0.25 #000000', '0.5 #000000', '0.5 #ffffff']);
  expect(gradient.getAttribute('x2')).toBe('40');
});

test('what is no gradient of ours is left out', () => {
  const paper = createPaper(100, 100, { left: 0, top: 0 });
  expect(gradientsOf('url("a.png")', box, paper)).toEqual([]);
  expect(gradientsOf('none', box, paper)).toEqual([]);
});

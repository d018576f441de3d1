// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Block } from './block.tsx';
import type { Operation } from './operation.ts';

afterEach(cleanup);

function written(operation: Operation, width: number, height: number) {
  const { container } = render(
    <svg>
      <Block operation={operation} mark="3" x={0} width={width} top={0} height={height} future={false} ink={false} />
    </svg>,
  );
  const texts = [...container.querySelectorAll('text')].map((one) => one.textContent);
  cleanup();
  return texts;
}

const store = { form: 'block', word: 'store', value: -1 } as const;
const acquire = { form: 'block', word: 'acquire', detail: 'fork 2' } as const;

it('drops the word before the number, and the number before the thread', () => {
  expect(written(store, 42, 48)).toEqual(['store', '−1']);
  expect(written(store, 24, 48)).toEqual(['−1']);
  expect(written(store, 12, 48)).toEqual(['3']);
});

it('has one line on a low lane: both, then the word, then the detail', () => {
  expect(written(acquire, 100, 22)).toEqual(['acquire fork 2']);
  expect(written(acquire, 60, 22)).toEqual(['acquire']);
  expect(written(acquire, 42, 22)).toEqual(['fork 2']);
  expect(written(acquire, 12, 22)).toEqual(['3']);
});

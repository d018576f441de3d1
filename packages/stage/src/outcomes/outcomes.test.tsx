// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { batchTrace } from '../testing/race-trace.ts';
import { Outcomes } from './outcomes.tsx';

afterEach(cleanup);

const trace = batchTrace([
  [1, 2],
  [0, 994],
  [-1, 4],
]);
const base = { trace, length: trace.length, cursor: trace.length, width: 568, height: 200 };

it('the outcomes stage draws a dot a run, counts, shares, the expected value in words and the overlap', () => {
  const { container } = render(<Outcomes {...base} language="en" forced={[{ value: -1 }]} />);
  const dots = [...container.querySelectorAll('.ls-dots')].map(
    (one) => (one.getAttribute('d') ?? '').split('h0').length - 1,
  );
  expect(dots).toEqual([2, 994, 4]);
  for (const text of ['99.4 %', '0.4 %', 'expected', 'forced', 'threads overlapped 92 % of the time'])
    expect(screen.getByText(text)).toBeDefined();
  expect(screen.getByRole('img', { name: /Outcomes of 1000 runs: 1 × 2, 0 × 994, -1 × 4/ })).toBeDefined();
});

it('the outcomes stage writes its scale when a dot stands for several runs', () => {
  const many = batchTrace([
    [0, 20_000],
    [1, 1],
  ]);
  const { container } = render(
    <Outcomes {...base} trace={many} length={many.length} cursor={many.length} language="en" />,
  );
  expect(container.textContent).toMatch(/20,001 free runs, a dot for up to \d+/);
  expect(container.textContent).toContain('> 99.9 %');
});

it('the outcomes stage says so when no run has ended', () => {
  const { container } = render(<Outcomes {...base} cursor={0} language="zh" />);
  expect(container.textContent).toContain('还没有运行结束');
});

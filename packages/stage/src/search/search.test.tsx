// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { longSearchTrace, searchTrace } from '../testing/race-trace.ts';
import { Search } from './search.tsx';
import { searchAt } from './search-at.ts';

afterEach(cleanup);

const box = { width: 736, height: 520, language: 'en' } as const;

describe('the search figure', () => {
  it('counts the schedules before the cursor', () => {
    const trace = searchTrace();
    expect(searchAt(trace, 2)).toMatchObject({ tried: 2, wrong: 0, finished: undefined });
    expect(searchAt(trace, trace.length)).toMatchObject({ tried: 3, wrong: 1, finished: { verdict: 'bug' } });
  });

  it('lists what it tried with what came of it, and says that it is modelled', () => {
    const trace = searchTrace();
    const { container } = render(<Search {...box} trace={trace} length={trace.length} cursor={trace.length} />);
    expect(screen.getByText(/A schedule that goes wrong was found/)).toBeDefined();
    const [, first, , third] = screen.getAllByRole('row') as HTMLElement[];
    expect(first?.textContent).toContain('0as it should');
    expect(first?.dataset['wrong']).toBeUndefined();
    expect(third?.textContent).toContain('−1wrong');
    expect(third?.dataset['wrong']).toBe('true');
    expect(within(third as HTMLElement).getByRole('img', { name: '1 1 1 1 2 1 2 2 2 2 1 2' })).toBeDefined();
    expect(container.querySelector('.ls-src')?.getAttribute('data-source')).toBe('model');
  });

  it.each([
    ['en', 'Search over schedules: 3 tried, 1 ended wrong'],
    ['zh', '在调度中搜索：试过 3 种，1 种结果错误'],
  ] as const)('is announced as a figure in %s', (language, label) => {
    const trace = searchTrace();
    render(<Search {...box} language={language} trace={trace} length={trace.length} cursor={trace.length} />);
    expect(screen.getByRole('figure', { name: label })).toBeDefined();
  });

  it('marks the row of the present event, and none when the present is another event', () => {
    const trace = searchTrace();
    const { rerender } = render(<Search {...box} trace={trace} length={trace.length} cursor={2} />);
    expect(document.querySelector('[aria-current="step"]')?.textContent).toMatch(/^2/);
    rerender(<Search {...box} trace={trace} length={trace.length} cursor={4} />);
    expect(document.querySelectorAll('[aria-current]')).toHaveLength(0);
  });

  it('keeps the last rows that fit into its box and counts the others', () => {
    const trace = longSearchTrace({ recorded: 60, tried: 1234 });
    render(<Search {...box} trace={trace} length={trace.length} cursor={trace.length} />);
    const numbers = [...document.querySelectorAll('tbody tr:not(.ls-unlisted) td:first-child')].map((cell) =>
      Number(cell.textContent),
    );
    expect(numbers.at(-1)).toBe(60);
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers.length * 36).toBeLessThan(box.height);
    expect(screen.getByText(`… ${(numbers[0] as number) - 1} earlier`)).toBeDefined();
    expect(screen.getByText('… 1,174 more, only counted')).toBeDefined();
  });

  it.each([
    ['proof', /No schedule goes wrong/],
    ['bounded', /That proves nothing/],
  ] as const)('says what a search with the verdict %s means', (verdict, words) => {
    const trace = searchTrace(verdict);
    render(<Search {...box} trace={trace} length={trace.length} cursor={trace.length} />);
    expect(screen.getByText(words)).toBeDefined();
  });
});

// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { searchTrace } from '../testing/race-trace.ts';
import { Search } from './search.tsx';
import { searchAt } from './search-at.ts';

afterEach(cleanup);

describe('the search figure', () => {
  it('counts the schedules before the cursor', () => {
    const trace = searchTrace();
    expect(searchAt(trace, 2)).toMatchObject({ tried: 2, wrong: 0, finished: undefined });
    expect(searchAt(trace, trace.length)).toMatchObject({ tried: 3, wrong: 1, finished: { verdict: 'bug' } });
  });

  it('shows the schedule that it found, and that it is modelled', () => {
    const trace = searchTrace();
    const { container } = render(<Search trace={trace} length={trace.length} cursor={trace.length} language="en" />);
    expect(screen.getByText(/A schedule that goes wrong was found/)).toBeDefined();
    expect(screen.getByRole('img', { name: '1 1 1 1 2 1 2 2 2 2 1 2' })).toBeDefined();
    expect(container.querySelector('.ls-src')?.getAttribute('data-source')).toBe('model');
    expect(container.textContent).toContain('ends with −1');
  });

  it.each([
    ['proof', /No schedule goes wrong/],
    ['limit', /That proves nothing/],
  ] as const)('says what a search with the verdict %s means', (verdict, words) => {
    const trace = searchTrace(verdict);
    render(<Search trace={trace} length={trace.length} cursor={trace.length} language="en" />);
    expect(screen.getByText(words)).toBeDefined();
  });
});

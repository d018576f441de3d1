// @vitest-environment jsdom
import { createTrace, parseSchedule } from '@lockstep/trace';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { longSearchTrace, searchTrace } from '../testing/race-trace.ts';
import { ScheduleDigits } from './schedule-digits.tsx';
import { Search } from './search.tsx';
import { searchAt } from './search-at.ts';
import { verdictText } from './words.ts';

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
    ['en', 'A schedule that goes wrong was found: no. 3. There are 924 in all.'],
    ['zh', '找到了一种会出错的调度：第 3 种。总共有 924 种。'],
  ] as const)('says how many schedules there are, where that is known, in %s', (language, text) => {
    const state = searchAt(searchTrace(), searchTrace().length);
    const finished = state.finished && { ...state.finished, all: 924 };
    expect(verdictText({ ...state, finished }, language)).toBe(text);
  });

  it.each([
    ['en', 'Search over schedules: 3 tried, 1 ended wrong. A schedule that goes wrong was found: no. 3.'],
    ['zh', '在调度中搜索：试过 3 种，1 种结果错误。找到了一种会出错的调度：第 3 种。'],
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

  it('says that the bug is found at the step that finds it, before the search says that it is over', () => {
    const trace = searchTrace();
    const { rerender } = render(<Search {...box} trace={trace} length={trace.length} cursor={2} />);
    expect(screen.getByText(/Searching/)).toBeDefined();
    rerender(<Search {...box} trace={trace} length={trace.length} cursor={3} />);
    expect(screen.getByText(/found: no. 3/)).toBeDefined();
    expect(screen.queryByText(/Searching/)).toBeNull();
  });

  it.each([
    ['en', { verdict: 'bug', preemptions: 1 }, /no. 3. It takes the processor away from a thread once/],
    ['en', { verdict: 'bug', preemptions: 0 }, /It needs no preemption/],
    ['zh', { verdict: 'bug', preemptions: 2 }, /需要抢占 2 次/],
    ['en', { verdict: 'proof', tried: 31, all: 66_468_720 }, /31 of 66,468,720 had to be run/],
    ['zh', { verdict: 'proof', tried: 31, all: 66_468_720 }, /66,468,720 种调度中只需运行 31 种/],
    ['en', { verdict: 'proof' }, /no schedule goes wrong. 3 had to be run/],
    [
      'en',
      { verdict: 'bounded', tried: 1_000_000, limit: 'schedules' },
      /1,000,000 schedules. The limit of schedules was/,
    ],
    ['en', { verdict: 'bounded', limit: 'time' }, /The time was over. That proves nothing/],
    ['zh', { verdict: 'bounded', limit: 'steps' }, /步数上限处被截断。这不证明任何事/],
  ] as const)('says in %s what %o means', (language, end, words) => {
    const trace = searchTrace(end.verdict, end);
    render(<Search {...box} language={language} trace={trace} length={trace.length} cursor={trace.length} />);
    expect(screen.getByText(words)).toBeDefined();
  });

  it('counts on while it searches, with its speed', () => {
    const trace = searchTrace();
    trace.append({
      at: 9,
      actor: 'main',
      source: 'model',
      kind: 'search.progressed',
      tried: 20_480,
      pruned: 7,
      perSecond: 91_234.5,
    });
    const rows = trace.length;
    expect(searchAt(trace, rows)).toMatchObject({ finished: { verdict: 'bug' } });
    const running = createTrace(trace.header);
    for (const seq of [0, 1, 4]) running.append(trace.event(seq));
    render(<Search {...box} trace={running} length={3} cursor={3} />);
    const counts = screen.getAllByRole('definition').map((one) => one.textContent);
    expect(counts).toEqual(['20,480', '0', '7', '91,235']);
  });

  it('reads threads from main to the sixteenth, one character each', () => {
    const trace = searchTrace();
    render(<ScheduleDigits trace={trace} schedule={parseSchedule('01a')} />);
    const digits = screen.getByRole('img', { name: '0 1 10' });
    expect(digits.textContent).toBe('01a');
    expect([...digits.children].map((digit) => (digit as HTMLElement).dataset['bar'])).toEqual([
      undefined,
      'top',
      'bottom',
    ]);
  });
});

// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BUNS_FULL, bunsTrace, crowdTrace } from '../testing/queue-trace.ts';
import { stagePropsOf } from '../testing/stage-props.ts';
import { Queue, type QueueProps } from './queue.tsx';

afterEach(cleanup);

function draw(trace: Trace, cursor: number, more: Partial<QueueProps> = {}): HTMLElement {
  cleanup();
  return render(<Queue {...stagePropsOf(trace, cursor, more)} {...more} />).container;
}

const rowsOf = (box: HTMLElement) => [...box.querySelectorAll('.ls-thread')].map((row) => row.textContent);
const inside = (box: HTMLElement) => [...box.querySelectorAll('.ls-slot b')].map((item) => item.textContent);

const buns = bunsTrace();

describe('the queue stage', () => {
  it('shows what lies in the places, next out first, and that the queue is full', () => {
    const box = draw(buns, BUNS_FULL);
    expect(inside(box)).toEqual(['11', '2', '3']);
    expect(box.querySelector('.ls-doors')?.textContent).toContain('full');
    expect(box.querySelector('.ls-slot-row')?.hasAttribute('data-full')).toBe(true);
  });

  it('says of who waits what for, and how long at most', () => {
    expect(rowsOf(draw(buns, BUNS_FULL))).toEqual([
      '1thread 1waits: full',
      '2thread 2waits: full, ≤ 200 ms',
      '3thread 3sleeps 40 ms11',
      '4thread 4ready',
      '0mainwaits: join()',
    ]);
  });

  it('shows the error at the end where it happened', () => {
    const box = draw(buns, BUNS_FULL + 1);
    const failed = box.querySelector('.ls-thread[data-failed]');
    expect(failed?.textContent).toBe('2thread 2raised queue.Full');
  });

  it('counts unfinished tasks and tells a waiting join from one that returned', () => {
    expect(draw(buns, BUNS_FULL).querySelector('.ls-counters')?.textContent).toBe(
      'size3 of 3put4got1unfinished tasks4join() waits',
    );
    expect(draw(buns, buns.length).querySelector('.ls-counters')?.textContent).toContain('join() returned, step 34');
  });

  it('gives a poison pill a shape of its own', () => {
    const box = draw(buns, 26);
    const pills = [...box.querySelectorAll('.ls-slot .ls-item')].filter((one) => one.hasAttribute('data-pill'));
    expect(pills.map((one) => one.textContent)).toEqual(['None2']);
  });

  it('draws a killed daemon as killed, with what it had in its hands', () => {
    const box = draw(buns, buns.length);
    expect(box.querySelector('.ls-thread[data-state="killed"]')?.textContent).toBe('3thread 3killed41');
  });

  it('leads from an item to its put and to its get', () => {
    const onSeek = vi.fn<QueueProps['onSeek']>();
    draw(buns, buns.length, { onSeek });
    fireEvent.click(screen.getByRole('button', { name: '11 was put by thread 2: go to step 11' }));
    fireEvent.click(screen.getByRole('button', { name: '11 was got by thread 4: go to step 19' }));
    expect(onSeek.mock.calls).toEqual([[11], [19]]);
  });

  it('marks the same item in the queue and under it while it has the focus', () => {
    const box = draw(buns, BUNS_FULL);
    fireEvent.focus(box.querySelector('.ls-slot button') as Element);
    expect([...box.querySelectorAll('.ls-item[data-linked]')].map((one) => one.textContent)).toEqual(['112', '112']);
  });

  it('knows nothing of gets that are still to come', () => {
    const box = draw(buns, BUNS_FULL);
    expect(box.querySelectorAll('.ls-journeys td button')).toHaveLength(5);
  });

  it('stacks the newest on top and sorts by priority', () => {
    const items = ['3', '10', '1'];
    expect(inside(draw(crowdTrace(2, items, []), 20, { order: 'lifo' }))).toEqual(['1', '10', '3']);
    expect(inside(draw(crowdTrace(2, items, []), 20, { order: 'priority' }))).toEqual(['1', '3', '10']);
  });

  it('says how many it leaves out where they do not fit', () => {
    const items = Array.from({ length: 60 }, (_, index) => String(index));
    const box = draw(crowdTrace(3, items, [], 0), 64, { width: 390 });
    const shown = inside(box).length;
    expect(box.querySelector('.ls-slot-rest')?.textContent).toBe(`+${60 - shown}`);
  });

  it('says everything in its label too, in both languages', () => {
    const label = (language: 'en' | 'zh') =>
      draw(buns, BUNS_FULL, { language }).querySelector('figure')?.getAttribute('aria-label');
    expect(label('en')).toBe(
      'Queue buns at step 16: 3 of 3 places taken; first out: 11, 2, 3; thread 1 waits: full; thread 2 waits: full, ≤ 200 ms; thread 3 sleeps 40 ms; thread 4 ready; main waits: join().',
    );
    expect(label('zh')).toContain('第 16 步的队列 buns：3 个位置中占用 3 个；取出次序：11，2，3');
  });

  it('selects the thread that is pressed', () => {
    const onSelect = vi.fn<QueueProps['onSelect']>();
    draw(buns, 8, { onSelect });
    fireEvent.click(screen.getByRole('button', { name: /thread 4/ }));
    expect(onSelect).toHaveBeenCalledWith({ actor: 't4' });
  });

  it('leaves out what comes from a hidden source', () => {
    const box = draw(buns, BUNS_FULL, { sources: new Set(['model']) });
    expect(box.querySelector('.ls-slot')).toBeNull();
    expect(box.textContent).toContain('hidden');
  });

  it('draws a run in which no queue was used yet', () => {
    expect(() => draw(buns, 0, { length: 0 })).not.toThrow();
  });
});

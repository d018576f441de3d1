// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bigPoolTrace, poolTrace } from '../testing/pool-trace.ts';
import { stagePropsOf } from '../testing/stage-props.ts';
import { Futures, type FuturesProps } from './futures.tsx';

afterEach(cleanup);

function draw(trace: Trace, cursor: number, more: Partial<FuturesProps> = {}): HTMLElement {
  cleanup();
  return render(<Futures {...stagePropsOf(trace, cursor, more)} />).container;
}

const column = (box: HTMLElement, index: number) =>
  [...(box.querySelectorAll('.ls-pool > section')[index]?.querySelectorAll('.ls-job') ?? [])].map(
    (job) => job.textContent,
  );

const pool = poolTrace();
const failedAt = 19;

describe('the futures stage', () => {
  it('moves jobs from pending over a worker to done', () => {
    const box = draw(pool, failedAt);
    expect(column(box, 0)).toEqual(['job 4', 'job 6']);
    expect(column(box, 1)).toEqual(['job 1']);
    expect(column(box, 2)).toEqual([
      'job 5cancelled',
      '1.job 2= 42cancel() came too latereport() 2',
      '2.job 3✕ ValueError2',
    ]);
  });

  it('numbers the done ones as they were completed, not as they were submitted', () => {
    const numbers = column(draw(pool, pool.length), 2).map((text) => /^(\d+)\.job (\d)/.exec(text ?? '')?.slice(1));
    expect(numbers).toEqual([undefined, ['1', '2'], ['2', '3'], ['3', '1'], ['4', '4'], ['5', '6']]);
  });

  it('says who waits for which result', () => {
    const [caller] = draw(pool, failedAt).querySelectorAll('.ls-callers .ls-thread');
    expect(caller?.textContent).toBe('0mainwaits: job 1.result()');
    expect(caller?.getAttribute('data-state')).toBe('waiting');
  });

  it('says that an idle worker has no job', () => {
    const box = draw(pool, pool.length - 6);
    expect(box.querySelector('.ls-worker [data-state="waiting"]')?.textContent).toBe('2thread 2waits: no job');
  });

  it('tells in words what the present step did', () => {
    expect(draw(pool, 13).querySelector('.ls-callers')?.textContent).toContain('cannot cancel job 2');
    expect(draw(pool, 14).querySelector('.ls-callers')?.textContent).toContain('cancels job 5');
  });

  it('says when it takes no more jobs', () => {
    const takes = (cursor: number) => draw(pool, cursor).querySelector('.ls-board-head strong')?.textContent;
    expect([takes(20), takes(pool.length)]).toEqual(['takes jobs', 'shut down: no new jobs']);
  });

  it('leads to the last step of the job that is pressed', () => {
    const onSeek = vi.fn<FuturesProps['onSeek']>();
    draw(pool, pool.length, { onSeek });
    fireEvent.click(screen.getByRole('button', { name: /^job 3 failed = ValueError: three is no good, submitted/ }));
    expect(onSeek).toHaveBeenCalledWith(failedAt);
  });

  it('draws fifty jobs as numbers', () => {
    const big = bigPoolTrace(50, 10);
    const box = draw(big, 90);
    expect(box.querySelectorAll('.ls-job')).toHaveLength(50);
    expect(column(box, 1).every((text) => /^\d+$/.test(text ?? ''))).toBe(true);
  });

  it('says everything in its label too, in both languages', () => {
    const label = (language: 'en' | 'zh') =>
      draw(pool, 16, { language }).querySelector('figure')?.getAttribute('aria-label');
    expect(label('en')).toContain('Thread pool at step 16: 3 pending, 1 running, 2 done. job 1 running');
    expect(label('en')).toContain('job 2 finished = 4, submitted as number 2, completed as number 1, by thread 2');
    expect(label('zh')).toContain('第 16 步的线程池：3 等待执行，1 正在执行，2 已结束');
  });

  it('draws a run in which nothing was submitted yet', () => {
    expect(draw(pool, 0, { length: 0 }).textContent).toContain('No job');
  });
});

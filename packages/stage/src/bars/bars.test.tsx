// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { barsTrace } from '../testing/bars-trace.ts';
import { Bars, type BarsProps } from './bars.tsx';

afterEach(cleanup);

const trace = barsTrace();

function show(props: Partial<BarsProps> = {}) {
  const onSeek = vi.fn<(cursor: number) => void>();
  const { container } = render(
    <Bars
      trace={trace}
      length={trace.length}
      cursor={trace.length}
      spacing="logical"
      language="en"
      name={(actor) => actor}
      showFuture={false}
      sources={new Set(['program'])}
      selection={{}}
      onSelect={() => undefined}
      onSeek={onSeek}
      width={736}
      height={420}
      {...props}
    />,
  );
  return { container, onSeek };
}

describe('the bars stage', () => {
  it('prints what was measured and how many times the first it is', () => {
    const { container } = show();
    expect(screen.getByRole('button', { name: 'cpu, threads: all 10 done in 500 ms, 0.5 × “one”' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'memory, threads: 28 MB, 280 × “one”' })).toBeDefined();
    expect(container.querySelectorAll('.ls-bar[data-state="whole"]')).toHaveLength(4);
    expect(container.textContent).toContain('0.5 ×');
  });

  it('leaves a bar open while it runs, says how far it is, and compares it with nothing', () => {
    const { container } = show({ cursor: 15 });
    const bar = screen.getByRole('button', { name: 'cpu, threads: 4 of 10 done after 260 ms, still running' });
    expect(bar.getAttribute('data-state')).toBe('growing');
    expect(bar.getAttribute('data-now')).toBe('true');
    expect(bar.querySelector('.ls-bar-edge')).not.toBeNull();
    expect(bar.querySelector('.ls-bar-ratio')).toBeNull();
    expect(container.textContent).toContain('torn end: still running');
    expect(bar.querySelector('.ls-bar-solid')?.getAttribute('d')).toContain('L');
    expect(screen.getByRole('button', { name: /cpu, one/ }).innerHTML).not.toContain('L');
  });

  it('keeps one axis for all work, whatever its group: twice as long is twice as wide', () => {
    const groups = ['cpu/one', 'cpu/threads'].map((id) => ({ id, title: id, bars: [{ id, label: id }] }));
    const { container } = show({ groups });
    const ends = [...container.querySelectorAll('.ls-bar-pale')].map((path) => {
      const [from, to] = [...(path.getAttribute('d') ?? '').matchAll(/[MH]([\d.]+)/g)].map((match) => Number(match[1]));
      return (to ?? 0) - (from ?? 0);
    });
    expect(ends[0]).toBeCloseTo(2 * (ends[1] ?? 0), 0);
  });

  it('shows places for what is to come where the lab has said what that is', () => {
    const groups = [{ id: 'cpu', title: 'CPU work', bars: [{ id: 'cpu/one', label: 'one after the other' }] }];
    const { container } = show({ cursor: 0, groups });
    expect(container.querySelector('[data-state="to-come"]')?.getAttribute('aria-label')).toBe(
      'CPU work, one after the other: not measured yet',
    );
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('goes to the step that told of a bar by click and by key', () => {
    const { onSeek } = show();
    const bar = screen.getByRole('button', { name: /cpu, one/ });
    fireEvent.click(bar);
    fireEvent.keyDown(bar, { key: 'Enter' });
    expect(onSeek.mock.calls).toEqual([[12], [12]]);
  });

  it('leaves out what comes from a source that is hidden', () => {
    const { container } = show({ sources: new Set(['kernel']) });
    expect(container.querySelectorAll('.ls-bar-pale')).toHaveLength(0);
  });

  it('speaks Chinese', () => {
    show({ language: 'zh' });
    expect(
      screen.getByRole('button', { name: 'cpu，threads：10 份全部完成，用时 500 ms，为“one”的 0.5 ×' }),
    ).toBeDefined();
  });
});

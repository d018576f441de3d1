// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lockedTrace, raceTrace } from '../testing/race-trace.ts';
import { Lanes, type LanesProps } from './lanes.tsx';

afterEach(cleanup);

const names: Readonly<Record<string, string>> = { main: 'main', t1: 'thread 1', t2: 'thread 2' };

function draw(trace: Trace, cursor: number, more: Partial<LanesProps> = {}) {
  const props: LanesProps = {
    trace,
    length: trace.length,
    cursor,
    spacing: 'logical',
    language: 'en',
    name: (actor) => names[actor] ?? actor,
    showFuture: true,
    sources: new Set(['wire', 'kernel', 'program', 'derived', 'model']),
    selection: {},
    onSelect: () => undefined,
    onSeek: () => undefined,
    width: 1200,
    height: 420,
    ...more,
  };
  return render(<Lanes {...props} />).container;
}

const race = raceTrace('111222121212');
const lost = 15;

describe('the lanes stage', () => {
  it('tells a lost update at its very step: what is lost, what should be, what is', () => {
    const box = draw(race, lost);
    const notes = [...box.querySelectorAll('.ls-lost-note')].map((one) => one.textContent);
    expect(notes.toSorted()).toEqual(['1 is lost', 'is −1', 'should be 0']);
    expect(box.querySelectorAll('.ls-lost-ring')).toHaveLength(1);
    expect(box.querySelector('.ls-lost-stroke')?.getAttribute('data-now')).toBe('true');
    expect(box.textContent).toContain('thread 2 works with the 0 it read at step 11');
  });

  it('says nothing of it one step earlier', () => {
    const box = draw(race, lost - 1, { showFuture: false });
    expect(box.querySelectorAll('.ls-lost-note, .ls-lost-ring, .ls-brace')).toHaveLength(0);
  });

  it('keeps the struck ring afterwards, no longer as now', () => {
    const box = draw(race, lost + 1);
    expect(box.querySelector('.ls-lost-stroke')?.hasAttribute('data-now')).toBe(false);
  });

  it('says it in Chinese', () => {
    const box = draw(race, lost, { language: 'zh' });
    expect(box.textContent).toContain('丢了 1');
    expect(box.textContent).toContain('应为 0');
  });

  it('leaves derived notes out when derived facts are hidden', () => {
    const box = draw(race, lost, { sources: new Set(['program', 'kernel', 'wire']) });
    expect(box.querySelectorAll('.ls-lost-note, .ls-brace')).toHaveLength(0);
  });

  it('writes operation and value on each block, and says why main waits', () => {
    const box = draw(race, lost);
    const blocks = [...box.querySelectorAll('.ls-block[data-solid]')].map((one) => one.textContent);
    expect(blocks.join(' ')).toBe('load0 add1 store1 load0 add1 store1 load1 sub0 store0 load0 sub−1 store−1');
    expect(box.textContent).toContain('waiting: join(thread 1, thread 2)');
  });

  it('shows who holds the lock and who waits for it', () => {
    const trace = lockedTrace();
    const blocked = trace.slice(0).findIndex((event) => event.kind === 'thread.blocked' && event.actor === 't2');
    const box = draw(trace, blocked + 4);
    expect(box.textContent).toContain('waiting: lock');
    expect(box.querySelectorAll('.ls-wait-edge').length).toBeGreaterThan(0);
    expect(box.querySelectorAll('.ls-digit-small')[0]?.textContent).toBe('1');
  });

  it('keeps words and numbers in long runs', () => {
    const long = raceTrace('111222'.repeat(60));
    const box = draw(long, 300);
    expect(box.textContent).toContain('store1');
    expect(box.textContent).toMatch(/← \d+ earlier.*more →/);
  });

  it('moves the cursor to the column that is clicked', () => {
    const onSeek = vi.fn<LanesProps['onSeek']>();
    const box = draw(race, 3, { onSeek });
    fireEvent.click(box.querySelectorAll('.ls-row')[5] as Element);
    expect(onSeek).toHaveBeenCalledWith(6);
  });

  it('draws an empty run', () => {
    expect(() => draw(race, 0, { length: 0 })).not.toThrow();
  });
});

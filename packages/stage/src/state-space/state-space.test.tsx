// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lostUpdate, philosophers, spaceTrace } from '../testing/space-trace.ts';
import { StateSpace, type StateSpaceProps } from './state-space.tsx';

afterEach(cleanup);

const cross = spaceTrace(philosophers(2));

function draw(trace: Trace, props: Partial<StateSpaceProps> = {}) {
  return render(
    <StateSpace
      trace={trace}
      length={trace.length}
      cursor={trace.length}
      language="en"
      width={736}
      height={520}
      {...props}
    />,
  ).container;
}

/** Where a state lies, as the pointer says it; jsdom’s boxes all begin at 0, 0. */
function placeOf(label: RegExp): { clientX: number; clientY: number } {
  const [, x, y] = /translate\((\S+) (\S+)\)/.exec(
    screen.getByRole('option', { name: label }).getAttribute('transform') ?? '',
  ) as unknown as [string, string, string];
  return { clientX: Number(x), clientY: Number(y) };
}

describe('the state space', () => {
  it.each([
    [
      'en',
      spaceTrace(lostUpdate(1)),
      'State space: 12 states: 1 good end and 1 wrong end. From 3 more no good end can be reached.',
    ],
    ['zh', cross, '状态空间：共 17 个状态：正确结局 1 个，死锁 1 个。'],
    ['en', spaceTrace(philosophers(2, true)), /Whatever the schedule, none ends wrong/],
  ] as const)('is summed up in words (%s)', (language, trace, words) => {
    draw(trace, { language });
    expect(screen.getByRole('figure', { name: words })).toBeDefined();
  });

  it('marks a deadlock by a crossed square, and tells each state', () => {
    draw(cross);
    const deadlock = screen.getByRole('option', { name: /State \d+ after 2 operations: deadlock/ });
    expect(deadlock.querySelector('rect')).not.toBeNull();
    expect(screen.getAllByRole('option').filter((state) => state.querySelector('rect'))).toHaveLength(1);
  });

  it('calls nothing doomed as long as more may be found', () => {
    const trace = spaceTrace(lostUpdate(1));
    const hollow = (cursor: number) => {
      const count = draw(trace, { cursor }).querySelectorAll('.ls-state .ls-state-hollow').length;
      cleanup();
      return count;
    };
    expect(hollow(trace.length - 3)).toBe(0);
    expect(hollow(trace.length)).toBe(3);
  });

  it('draws the way to the bug', () => {
    const way = draw(cross).querySelector('.ls-space-links ~ .ls-space-way .ls-space-way-edge');
    expect(way?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

  it('goes to a state at a click, with its schedule', () => {
    const onGo = vi.fn<(schedule: readonly number[]) => void>();
    draw(cross, { onGo });
    fireEvent.click(screen.getByRole('listbox'), placeOf(/deadlock/));
    expect(onGo).toHaveBeenCalledWith([1, 2]);
  });

  it('shows a state at the first touch and goes there at the second', () => {
    const onGo = vi.fn<(schedule: readonly number[]) => void>();
    draw(cross, { onGo });
    const touch = () => {
      const event = new MouseEvent('click', { bubbles: true, ...placeOf(/deadlock/) });
      Object.defineProperty(event, 'pointerType', { value: 'touch' });
      fireEvent(screen.getByRole('listbox'), event);
    };
    touch();
    expect(onGo).not.toHaveBeenCalled();
    expect(screen.getByText(/after 2 operations: deadlock/)).toBeDefined();
    touch();
    expect(onGo).toHaveBeenCalledWith([1, 2]);
  });

  it('is walked by the arrow keys, which the player does not hear; Enter goes there', () => {
    const onGo = vi.fn<(schedule: readonly number[]) => void>();
    const onWindow = vi.fn<() => void>();
    window.addEventListener('keydown', onWindow);
    draw(cross, { onGo });
    const box = screen.getByRole('listbox');
    const active = () =>
      document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label');
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) fireEvent.keyDown(box, { key });
    expect(active()).toMatch(/after 1 operation: on the way/);
    expect(onGo.mock.calls.flat()).toHaveLength(1);
    expect(onGo.mock.calls[0]?.[0]).toHaveLength(1);
    expect(onWindow).not.toHaveBeenCalled();
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(active()).toBeUndefined();
    fireEvent.keyDown(box, { key: 'f' });
    expect(onWindow).toHaveBeenCalledTimes(1);
    window.removeEventListener('keydown', onWindow);
  });

  it('says so when there are too many states for a picture', () => {
    draw(spaceTrace(lostUpdate(5)));
    expect(screen.queryAllByRole('option')).toHaveLength(0);
    expect(screen.getByText(/states are too many for a picture/)).toBeDefined();
  });

  it('is enlarged by a button, and scrolled', () => {
    draw(cross, { width: 390, height: 436 });
    const width = () => Number(screen.getByRole('listbox').getAttribute('width'));
    const before = width();
    fireEvent.click(screen.getByRole('button', { name: 'larger' }));
    expect(width()).toBe(2 * before);
  });
});

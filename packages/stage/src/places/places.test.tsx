// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  barrierTrace,
  carParkTrace,
  conditionTrace,
  eventTrace,
  locksTrace,
  overReleaseTrace,
} from '../testing/places-trace.ts';
import { stagePropsOf } from '../testing/stage-props.ts';
import { Places, type PlacesProps } from './places.tsx';

afterEach(cleanup);

function draw(trace: Trace, cursor: number, more: Partial<PlacesProps> = {}): HTMLElement {
  cleanup();
  return render(<Places {...stagePropsOf(trace, cursor, more)} {...more} />).container;
}

const room = (box: HTMLElement, title: string): readonly (string | null)[] => {
  const found = [...box.querySelectorAll('.ls-room')].find(
    (one) => one.querySelector('.ls-subtitle')?.textContent === title,
  );
  return [...(found?.querySelectorAll('.ls-person-name') ?? [])].map((one) => one.textContent);
};
const fact = (box: HTMLElement) => box.querySelector('.ls-place strong')?.textContent;

/** The step at which an event of this kind happens for the nth time, from 1. */
function stepOf(trace: Trace, kind: string, nth = 1): number {
  let seen = 0;
  for (let seq = 0; seq < trace.length; seq++) if (trace.kindAt(seq) === kind && ++seen === nth) return seq + 1;
  throw new Error(`no ${kind} number ${nth}`);
}

describe('a semaphore', () => {
  const cars = carParkTrace(15, 5);
  const crowded = stepOf(cars, 'thread.blocked', 10);

  it('has five cars in its places and ten before it, in the order in which they came', () => {
    const box = draw(cars, crowded);
    expect(fact(box)).toBe('0 of 5 left');
    expect(room(box, 'inside')).toEqual([1, 2, 3, 4, 5].map((car) => `thread ${car}`));
    expect(room(box, 'waits outside')).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((car) => `thread ${car}`));
    expect(box.textContent).toContain('nobody promises that order');
  });

  it('shows its places before anybody comes', () => {
    expect(draw(cars, 0).querySelectorAll('.ls-bay[data-free]')).toHaveLength(5);
  });

  it('shows the places that too many releases added', () => {
    const trace = overReleaseTrace();
    const box = draw(trace, stepOf(trace, 'semaphore.released', 2));
    expect(box.querySelectorAll('.ls-bay[data-extra]')).toHaveLength(1);
    expect(fact(box)).toBe('3 of 3 left');
    expect(box.textContent).toContain('1 more than at first');
    expect(draw(trace, trace.length).querySelector('.ls-attempt')?.textContent).toContain('ValueError');
  });
});

describe('locks', () => {
  const locks = locksTrace();

  it('stand side by side, a reentrant one with its depth', () => {
    const box = draw(locks, stepOf(locks, 'thread.blocked'));
    expect([...box.querySelectorAll('.ls-title')].map((one) => one.textContent)).toEqual(['account', 'log']);
    expect(box.querySelector('.ls-bay > b')?.textContent).toBe('×2');
    expect(fact(box)).toBe('held by thread 1, 2 times');
  });

  it('can be drawn alone', () => {
    expect([...draw(locks, 8, { of: 'log' }).querySelectorAll('.ls-title')].map((one) => one.textContent)).toEqual([
      'log',
    ]);
  });

  it('tell of an attempt that was in vain, in its step only', () => {
    const refused = stepOf(locks, 'lock.refused');
    expect(draw(locks, refused).querySelector('.ls-attempt')?.textContent).toBe('✕ thread 3 got none within 100 ms');
    expect(draw(locks, refused + 1).querySelector('.ls-attempt')).toBeNull();
  });
});

describe('a barrier', () => {
  const barrier = barrierTrace();
  const gate = (box: HTMLElement) => box.querySelector('.ls-gate')?.getAttribute('data-state');

  it('is closed until all are there, then open', () => {
    const before = draw(barrier, stepOf(barrier, 'barrier.arrived', 3));
    expect([gate(before), fact(before)]).toEqual(['closed', '3 of 4 are here']);
    const after = draw(barrier, stepOf(barrier, 'barrier.passed', 2));
    expect([gate(after), room(after, 'has come'), room(after, 'has passed')]).toEqual([
      'open',
      ['thread 2', 'thread 3'],
      ['thread 4', 'thread 1'],
    ]);
  });

  it('is torn once it is broken, and says by whom', () => {
    const box = draw(barrier, barrier.length);
    expect([gate(box), fact(box)]).toEqual(['torn', 'broken by thread 2']);
  });
});

describe('an event', () => {
  const bus = eventTrace();

  it('holds who comes while it is not set and lets pass who comes when it is', () => {
    const closed = draw(bus, stepOf(bus, 'thread.blocked', 5));
    expect([fact(closed), room(closed, 'waits before it').length]).toEqual(['not set: closed', 5]);
    const open = draw(bus, stepOf(bus, 'event.waited', 4));
    expect(room(open, 'has passed')).toEqual(['thread 1', 'thread 2', 'thread 3', 'thread 6']);
    expect(room(open, 'waits before it')).toEqual(['thread 4', 'thread 5']);
  });

  it('marks as now only what the present step changed', () => {
    const set = stepOf(bus, 'event.set');
    expect(draw(bus, set).querySelector('.ls-place strong')?.hasAttribute('data-now')).toBe(true);
    expect(
      draw(bus, set + 1)
        .querySelector('.ls-place strong')
        ?.hasAttribute('data-now'),
    ).toBe(false);
  });
});

describe('a condition', () => {
  const turn = conditionTrace();

  it('moves as many as are notified from the line to the door of the lock', () => {
    const box = draw(turn, stepOf(turn, 'condition.notified', 2));
    expect(room(box, 'waits to be notified')).toEqual(['thread 3']);
    expect(room(box, 'waits for the lock')).toEqual(['thread 1', 'thread 2']);
    expect(room(box, 'has the lock')).toEqual(['main']);
  });

  it('shows its own lock inside and not once more beside it', () => {
    expect([...draw(turn, turn.length).querySelectorAll('.ls-title')].map((one) => one.textContent)).toEqual(['turn']);
  });

  it('keeps the call that nobody heard, and leads back to it', () => {
    const onSeek = vi.fn<PlacesProps['onSeek']>();
    draw(turn, turn.length, { onSeek });
    fireEvent.click(screen.getByRole('button', { name: /met nobody: it is lost/ }));
    expect(onSeek).toHaveBeenCalledWith(stepOf(turn, 'condition.notified'));
  });
});

describe('the places stage', () => {
  it('says everything in its label too, in both languages', () => {
    const trace = conditionTrace();
    const label = (language: 'en' | 'zh') =>
      draw(trace, stepOf(trace, 'condition.notified', 2), { language }).querySelector('figure')?.ariaLabel ??
      document.querySelector('figure')?.getAttribute('aria-label');
    expect(label('en')).toBe(
      'Who is inside and who waits at step 21. condition turn held by main; waits to be notified thread 3; waits for the lock thread 1, thread 2',
    );
    expect(label('zh')).toContain('条件变量 turn main持有；等待通知 thread 3；等待锁 thread 1，thread 2');
  });

  it('selects the thread that is pressed', () => {
    const onSelect = vi.fn<PlacesProps['onSelect']>();
    const trace = carParkTrace(3, 1);
    draw(trace, trace.length - 5, { onSelect });
    fireEvent.click(document.querySelector('.ls-person') as Element);
    expect(onSelect).toHaveBeenCalledWith({ actor: expect.stringMatching(/^t\d$/) as string });
  });

  it('draws a run in which nothing was used yet', () => {
    expect(draw(conditionTrace(), 0, { length: 0 }).textContent).toContain('Nothing');
  });
});

// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import {
  barrierTrace,
  carParkTrace,
  conditionTrace,
  daemonTrace,
  interpreterTrace,
  longTrace,
  philosophersTrace,
  queueTrace,
} from '../testing/thread-traces.ts';
import { Lanes, type LanesProps } from './lanes.tsx';

afterEach(cleanup);

function draw(trace: Trace, cursor = trace.length, more: Partial<LanesProps> = {}) {
  const props: LanesProps = {
    trace,
    length: trace.length,
    cursor,
    spacing: 'logical',
    language: 'en',
    name: (actor) => actor.replace(/^t(\d+)$/, 'thread $1'),
    showFuture: true,
    sources: new Set(['wire', 'kernel', 'program', 'derived', 'model']),
    selection: {},
    onSelect: () => undefined,
    onSeek: () => undefined,
    width: 1200,
    height: 640,
    ...more,
  };
  return render(<Lanes {...props} />).container;
}

/** Cursor just after the n-th event of a kind. */
function after(trace: Trace, kind: string, n = 1): number {
  let left = n;
  for (let seq = 0; seq < trace.length; seq++) if (trace.kindAt(seq) === kind && --left === 0) return seq + 1;
  throw new Error(`no ${kind} number ${n}`);
}

const figure = () => screen.getByRole('img').getAttribute('aria-label') ?? '';
const texts = (box: HTMLElement, selector: string) => [...box.querySelectorAll(selector)].map((one) => one.textContent);
const blocks = (box: HTMLElement, form: string) =>
  texts(box, `.ls-block[data-form="${form}"]:not([data-future])`).filter((text) => text !== '');

describe('five philosophers, each with one fork', () => {
  const trace = philosophersTrace();

  it('stand as a still that tells who waits for what that whom holds, and that nobody can go on', () => {
    const box = draw(trace);
    expect(texts(box, '.ls-reason-text').slice(1)).toEqual([
      'waiting: fork 2, held by thread 2',
      'waiting: fork 3, held by thread 3',
      'fork 4, held by thread 4',
      'fork 5, held by thread 5',
      'fork 1, held by thread 1',
    ]);
    expect(box.textContent).toContain('nobody can go on');
    expect(texts(box, '.ls-waiter-digit')).toEqual(['5', '1', '2', '3', '4']);
  });

  it('are told in words, thread by thread and fork by fork', () => {
    draw(trace);
    expect(figure()).toContain('thread 5 – waiting: fork 1, held by thread 1; ');
    expect(figure()).toContain('fork 5 – held by thread 5');
  });

  it('fit on a phone, and through the lens of a projector', () => {
    for (const [width, height] of [
      [390, 436],
      [860, 350],
    ] as const) {
      const box = draw(trace, trace.length, { width, height });
      expect(texts(box, '.ls-ribbon .ls-digit')).toEqual(['1', '2', '3', '4', '5']);
      expect(Number(box.querySelector('svg')?.getAttribute('height'))).toBe(height);
      expect(screen.queryByRole('group')).toBe(null);
      cleanup();
    }
  });
});

describe('a semaphore', () => {
  const trace = carParkTrace();

  it('shows what is left at each step, and who waits for more', () => {
    const box = draw(trace, after(trace, 'semaphore.refused'));
    expect(texts(box, '.ls-level-number')).toEqual(['5', '4', '3', '2', '1', '0']);
    expect(box.querySelector('.ls-track-note')?.textContent).toContain('0 left');
    expect(figure()).toContain('thread 6 – waiting: places, none left, at most 500 ms');
  });

  it('strikes whoever got nothing and goes on', () => {
    const box = draw(trace, after(trace, 'semaphore.refused'));
    expect(blocks(box, 'refused')).toEqual(['acquire']);
    expect(box.querySelectorAll('[data-way="fail"]')).toHaveLength(1);
  });

  it('has sixteen lanes in the height of a projected box, each with its character', () => {
    const box = draw(trace, trace.length, { width: 860, height: 350 });
    expect(texts(box, '.ls-digit').join('')).toBe('123456789abcdef');
    expect(Number(box.querySelector('svg')?.getAttribute('height'))).toBe(350);
  });
});

describe('a condition', () => {
  const trace = conditionTrace();

  it('counts who waits to be notified, and says how long at most', () => {
    const box = draw(trace, after(trace, 'thread.blocked', 2));
    expect(box.textContent).toContain('waiting: notify of ready, at most 500 ms');
    expect(box.textContent).toContain('1 to be notified');
  });

  it('shows that the one who is woken still waits for the lock', () => {
    draw(trace, after(trace, 'thread.blocked', 3));
    expect(figure()).toContain('thread 1 – waiting: ready.lock, held by thread 2');
    expect(figure()).toContain('ready – 0 to be notified');
  });

  it('draws the depth of a lock that is taken twice', () => {
    const box = draw(trace, after(trace, 'lock.acquired', 3));
    expect(blocks(box, 'block').at(-1)).toContain('acquire×2');
    expect([...box.querySelectorAll('.ls-ribbon rect')].map((band) => band.getAttribute('height'))).toContain('10');
  });

  it('strikes a notify that nobody hears, and crosses out an error', () => {
    const box = draw(trace);
    expect(blocks(box, 'refused')).toEqual(['notifynobody']);
    expect(blocks(box, 'failed')).toEqual(['notify readyRuntimeError']);
    expect(box.querySelectorAll('.ls-block-cross')).toHaveLength(1);
  });
});

describe('a queue', () => {
  const trace = queueTrace();

  it.each([
    [1, 'waiting: tasks is empty'],
    [2, 'waiting: tasks is full'],
    [3, 'waiting: tasks of tasks'],
  ])('tells wait %i from the others: %s', (n, reason) => {
    draw(trace, after(trace, 'thread.blocked', n + 1));
    expect(figure()).toContain(reason);
  });

  it('says so in Chinese', () => {
    const box = draw(trace, after(trace, 'thread.blocked', 3), { language: 'zh' });
    expect(box.textContent).toContain('等待：tasks 已满');
    expect(box.textContent).toContain('2 个元素');
  });

  it('names put, got, full and task_done, and dots a sleep before its end', () => {
    const box = draw(trace, trace.length, { width: 2400 });
    const done = box.textContent ?? '';
    for (const word of ['put7', 'got8', 'fullTrue', 'task_done0 left', 'sleep0.2 ms', 'jointasks'])
      expect(done).toContain(word);
    expect(box.querySelectorAll('.ls-stretch[data-state="sleeping"]')).toHaveLength(1);
  });
});

describe('an interpreter lock', () => {
  const trace = interpreterTrace();

  it('makes the lane of its holder solid and hatches the others', () => {
    const cursor = after(trace, 'opcode.executed');
    const box = draw(trace, cursor, { width: 2400 });
    expect(box.querySelectorAll('.ls-running')).toHaveLength(1);
    expect(figure()).toContain('thread 1 – holds the interpreter lock; thread 2 – waiting: GIL');
    expect(box.querySelectorAll('.ls-block[data-form="token"]:not([data-future]) .ls-token')).toHaveLength(1);
  });

  it('ticks the holder when it is asked to drop it; who asks waits on', () => {
    const box = draw(trace, after(trace, 'gil.drop-requested'), { width: 2400 });
    expect(box.querySelectorAll('.ls-drop-tick')).toHaveLength(1);
    expect(figure()).toContain('thread 2 – waiting: GIL');
  });
});

describe('main, a worker and a daemon', () => {
  const trace = daemonTrace();

  it('have lanes that begin where they are started from', () => {
    const box = draw(trace, after(trace, 'thread.started', 2));
    expect(box.querySelectorAll('.ls-spawn')).toHaveLength(1);
    expect(figure()).toContain('thread 1 – not started');
    expect(texts(box, '.ls-lane-name')).toEqual(['main', 'thread 1', 'thread 2']);
    expect(texts(box, '.ls-digit')).toEqual(['0', '1', '2']);
  });

  it('tell the daemon by a hollow lane and a word, and tear its lane where it is killed', () => {
    const box = draw(trace);
    expect(box.querySelectorAll('.ls-pale[data-daemon]')).toHaveLength(1);
    expect(box.textContent).toContain('daemon');
    expect(box.querySelectorAll('.ls-torn')).toHaveLength(1);
    expect(figure()).toContain('thread 2 – killed');
  });

  it('say whose end is waited for', () => {
    draw(trace, after(trace, 'thread.blocked'));
    expect(figure()).toContain('main – waiting: thread 1 to end');
  });

  it('draw the flag as long as it is set', () => {
    const box = draw(trace);
    expect(texts(box, '.ls-ribbon .ls-depth')).toEqual(['set']);
    expect(figure()).toContain('done – set');
  });
});

it('a barrier counts who is there, and empties as they leave', () => {
  const trace = barrierTrace();
  const box = draw(trace, after(trace, 'barrier.passed', 3));
  expect(texts(box, '.ls-level-number')).toEqual(['0', '1', '2', '3', '2', '1', '0']);
});

describe('more shared objects than find room', () => {
  const trace = longTrace(400);

  it('are counted, and one may choose among them by button', () => {
    const box = draw(trace, 300, { height: 360, width: 800 });
    const group = screen.getByRole('group', { name: 'Shared objects to show' });
    const shown = group.textContent;
    expect(shown).toMatch(/^[1-4] of 5 shared objects/);
    const total = screen.getByRole('button', { name: 'total' });
    expect(total.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(total);
    expect(screen.getByRole('button', { name: 'total' }).getAttribute('aria-pressed')).toBe('true');
    expect(texts(box, '.ls-value-name')).toContain('total');
  });

  it('have no choice where all of them fit', () => {
    draw(trace, 300, { height: 800 });
    expect(screen.queryByRole('group')).toBe(null);
  });
});

it('a step draws what is in the window, however long the run is', () => {
  const nodes = [400, 5000].map((events) => {
    const trace = longTrace(events);
    const count = draw(trace, trace.length - 100, { height: 700 }).querySelectorAll('svg *').length;
    cleanup();
    return count;
  });
  expect(nodes[1]).toBeLessThan((nodes[0] as number) * 1.1);
});

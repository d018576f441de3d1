// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { crosswiseTrace, lostWakeUpTrace, philosophersTrace, waitForTrace } from '../testing/wait-for-trace.ts';
import { WaitFor, type WaitForProps } from './wait-for.tsx';

afterEach(cleanup);

const all = ['wire', 'kernel', 'program', 'derived', 'model'];

function draw(trace: Trace, props: Partial<WaitForProps> = {}) {
  const language = props.language ?? 'en';
  return render(
    <WaitFor
      trace={trace}
      length={trace.length}
      cursor={trace.length}
      spacing="logical"
      language={language}
      name={(actor) => (language === 'en' ? `thread ${actor.slice(1)}` : `线程 ${actor.slice(1)}`)}
      showFuture={false}
      sources={new Set(all)}
      selection={{}}
      onSelect={() => undefined}
      onSeek={() => undefined}
      width={792}
      height={520}
      {...props}
    />,
  ).container;
}

const edgesIn = (container: HTMLElement) =>
  [...container.querySelectorAll<SVGElement>('.ls-graph-edge')].map((edge) =>
    ['kind', 'asking', 'cycle', 'now']
      .filter((mark) => edge.dataset[mark])
      .map((mark) => (mark === 'kind' ? edge.dataset[mark] : mark))
      .join(' '),
  );

describe('the wait-for graph', () => {
  it('grows with the run: holds, a question, a wait, and the wait that closes the circle', () => {
    const trace = crosswiseTrace();
    const at = (cursor: number) => {
      const edges = edgesIn(draw(trace, { cursor }));
      cleanup();
      return edges;
    };
    expect(at(3)).toEqual([]);
    expect(at(5)).toEqual(['hold', 'hold now']);
    expect(at(6)).toEqual(['hold', 'hold', 'wait asking now']);
    expect(at(7)).toEqual(['hold', 'hold', 'wait now']);
    expect(at(9)).toEqual(['hold cycle', 'hold cycle', 'wait cycle', 'wait cycle now']);
  });

  it('moves nobody: each circle and box has the same place at every cursor', () => {
    const trace = philosophersTrace(5);
    const places = (cursor: number) => {
      const svg = draw(trace, { cursor });
      const seats = [...svg.querySelectorAll('.ls-thread-disc, .ls-lock-seat rect')].map((seat) =>
        ['cx', 'cy', 'x', 'y'].map((name) => seat.getAttribute(name)).join(),
      );
      cleanup();
      return seats;
    };
    expect(places(0)).toEqual(places(trace.length));
  });

  it.each([
    [
      'en',
      'A cycle: nobody can go on. Thread 1 waits for B, held by thread 2; thread 2 waits for A, held by thread 1.',
    ],
    ['zh', '出现环路：谁都无法继续。 线程 1 等待 B，它由线程 2 持有；线程 2 等待 A，它由线程 1 持有。'],
  ] as const)('puts the cycle into words, in %s', (language, words) => {
    draw(crosswiseTrace(), { language });
    expect(screen.getByRole('figure').getAttribute('aria-label')).toContain(words);
  });

  it('tells a large circle in a shorter form', () => {
    draw(philosophersTrace(4));
    expect(
      screen.getByText(
        'Thread 1 waits for fork2, thread 2 for fork3, thread 3 for fork4, thread 4 for fork1: each is held by the one named next, the last by the first.',
      ),
    ).toBeDefined();
  });

  it('boxes the cycle, and only while there is one', () => {
    const trace = crosswiseTrace();
    expect(draw(trace, { cursor: 8 }).querySelector('.ls-cycle-band')).toBeNull();
    cleanup();
    expect(draw(trace).querySelector('.ls-cycle-border')?.getAttribute('d')).toMatch(/Z$/);
  });

  it('ticks the conditions with the steps that made them so, which lead there', () => {
    const onSeek = vi.fn<(cursor: number) => void>();
    draw(crosswiseTrace(), { onSeek });
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'mutual exclusion one holder a lockstep 4',
      'hold and wait has one, wants anotherstep 7',
      'no preemption nobody takes it awaystep 7',
      'circular wait the circle is closedstep 9',
    ]);
    fireEvent.click(screen.getAllByRole('button', { name: 'step 7' })[0] as HTMLElement);
    expect(onSeek).toHaveBeenCalledWith(7);
  });

  it('says of a lost wake-up that there is no cycle and that nobody can go on', () => {
    draw(lostWakeUpTrace());
    expect(screen.getByText('No cycle, and yet nobody can go on.')).toBeDefined();
    expect(screen.getByText('Thread 1 waits for cond. Nobody is left who could change that.')).toBeDefined();
    expect(screen.queryByText('Which edge would you remove?')).toBeNull();
  });

  it('draws a join from thread to thread, as a bow', () => {
    const container = draw(waitForTrace(2, 't1 +L; t2 ?L t1; t1 ?t2'));
    expect(edgesIn(container)).toEqual(['hold cycle', 'wait cycle', 'wait cycle now']);
    expect(
      screen.getByText('Thread 1 waits for the end of thread 2; thread 2 waits for L, held by thread 1.'),
    ).toBeDefined();
    const ends = /M(\S+) (\S+)Q(\S+) (\S+) (\S+) (\S+)$/.exec(
      container.querySelector('[data-now] .ls-edge-line')?.getAttribute('d') ?? '',
    );
    const [x1, y1, viaX, viaY, x2, y2] = (ends ?? []).slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const off = Math.abs((x2 - x1) * (viaY - y1) - (y2 - y1) * (viaX - x1)) / Math.hypot(x2 - x1, y2 - y1);
    expect(off).toBeGreaterThan(20);
  });

  it('names a holder that has ended', () => {
    draw(waitForTrace(2, 't1 +A; t1 .; t2 ?A t1'));
    expect(screen.getByText(/Thread 2 waits for A, held by thread 1, which has ended/)).toBeDefined();
  });

  it('shows no cycle where derived facts are left out, and no edges where the program’s are', () => {
    const trace = crosswiseTrace();
    const observed = draw(trace, { sources: new Set(['program']) });
    expect(edgesIn(observed)).toEqual(['hold', 'hold', 'wait', 'wait now']);
    expect(screen.queryByText(/A cycle/)).toBeNull();
    cleanup();
    expect(edgesIn(draw(trace, { sources: new Set(['derived']) }))).toEqual([]);
  });
});

describe('which edge would you remove?', () => {
  const trace = crosswiseTrace();

  it('is answered by a click: the fix that a wait stands for, and the band opens', () => {
    const container = draw(trace);
    fireEvent.click(screen.getByRole('button', { name: 'thread 2 waits for A' }));
    expect(screen.getByText('Wait with a time-out')).toBeDefined();
    expect(screen.getByText(/thread 2 releases B, thread 1 can go on/)).toBeDefined();
    expect(container.querySelector('.ls-cycle-border')?.getAttribute('d')).not.toMatch(/Z$/);
  });

  it('is answered by keyboard, without waking the player’s keys', () => {
    const onWindow = vi.fn<() => void>();
    window.addEventListener('keydown', onWindow);
    draw(trace);
    const edge = screen.getByRole('button', { name: 'thread 1 holds A' });
    fireEvent.keyDown(edge, { key: ' ' });
    expect(edge.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText(/thread 1 would ask for B before it takes A/)).toBeDefined();
    fireEvent.keyDown(edge, { key: 'Enter' });
    expect(edge.getAttribute('aria-pressed')).toBe('false');
    expect(onWindow).not.toHaveBeenCalled();
    window.removeEventListener('keydown', onWindow);
  });

  it('says what the lab says, and lets it run', () => {
    const onRemoveEdge = vi.fn<NonNullable<WaitForProps['onRemoveEdge']>>();
    const fixOf = () => ({
      title: { en: 'One kitchen', zh: '一间厨房' },
      follows: { en: 'One eats.', zh: '一人吃。' },
    });
    draw(trace, { onRemoveEdge, fixOf, language: 'zh' });
    fireEvent.click(screen.getByRole('button', { name: '线程 1 持有 A' }));
    expect(screen.getByText('一间厨房')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '这样再运行一次' }));
    expect(onRemoveEdge).toHaveBeenCalledWith({ kind: 'hold', thread: 't1', on: 'A', since: 3 });
  });

  it('is not asked of a lock that its holder wants again: that is what a reentrant lock is for', () => {
    draw(waitForTrace(1, 't1 +L; t1 ?L t1'));
    expect(screen.getByText('Thread 1 waits for L, which it holds itself.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'thread 1 waits for L' }));
    expect(screen.getByText('A reentrant lock')).toBeDefined();
  });
});

// @vitest-environment jsdom
import type { Trace, TraceEvent } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backlogTrace, floodTrace, forgedTrace } from '../testing/listener-trace.ts';
import { stagePropsOf } from '../testing/stage-props.ts';
import { Listener, type ListenerProps } from './listener.tsx';

afterEach(cleanup);

const trace = backlogTrace();

function draw(of: Trace, cursor: number, more: Partial<ListenerProps> = {}) {
  return render(<Listener {...stagePropsOf(of, cursor, { name: (actor) => actor, ...more })} />).container;
}

/** The cursor after the last event that satisfies the test. */
function after(of: Trace, test: (event: TraceEvent) => boolean): number {
  return of.slice(0).findLastIndex(test) + 1;
}

const isCount = (name: string) => (event: TraceEvent) =>
  event.kind === 'kernel.counted' && event.counter.endsWith(name);

/** Ports in the SYN queue, and in the accept queue. */
function rows(box: HTMLElement): string[][] {
  return [...box.querySelectorAll('.ls-listener-slots')].map((row) =>
    [...row.querySelectorAll('.ls-caller')].map((token) => token.textContent ?? ''),
  );
}

describe('the listener stage', () => {
  it('keeps half-open connections and finished ones in queues apart', () => {
    expect(rows(draw(trace, after(trace, isCount('ListenOverflows'))))).toEqual([['40003'], ['40001', '40002']]);
  });

  it('has as many places in the accept queue as the kernel says, and closes it when it is full', () => {
    const box = draw(trace, after(trace, isCount('ListenOverflows')));
    const queue = box.querySelectorAll('.ls-listener-queue')[1];
    expect(queue?.querySelectorAll('li')).toHaveLength(2);
    expect(queue?.hasAttribute('data-full')).toBe(true);
    expect(queue?.textContent).toContain('2 of 2');
    cleanup();
    expect(draw(trace, trace.length).querySelectorAll('[data-full]')).toHaveLength(0);
  });

  it('says that the client holds itself connected while the server does not', () => {
    draw(trace, after(trace, isCount('ListenOverflows')));
    expect(screen.getByRole('button', { name: /client:40003: holds itself connected/ })).toBeDefined();
  });

  it('lets who got no answer stand outside, with the SYNs that it sent and how long it waits', () => {
    const box = draw(trace, after(trace, isCount('ListenDrops')));
    expect(box.querySelector('.ls-listener-callers')?.textContent).toBe(
      '40004no answer; SYN sent at 0, 1, 3 s; 3 s so far',
    );
    expect(box.querySelector('.ls-counters')?.textContent).toBe('ListenOverflows+1ListenDrops+2');
    expect(box.querySelector('.ls-counters [data-now]')?.textContent).toBe('ListenDrops+2');
  });

  it('hands the accepted connection to the program', () => {
    const box = draw(trace, trace.length);
    expect(rows(box)[1]).toEqual(['40002']);
    expect(box.querySelector('.ls-listener-accepted')?.textContent).toBe('40001');
  });

  it('says what the program does meanwhile', () => {
    expect(draw(trace, 4).textContent).toContain('sleeps: it accepts nobody');
    cleanup();
    const accept = after(trace, (event) => event.kind === 'call.entered' && event.call === 'accept');
    expect(draw(trace, accept).textContent).toContain('waits in accept()');
  });

  it('gives a cookie no place in the SYN queue', () => {
    const flood = floodTrace(3);
    const answered = draw(flood, after(flood, isCount('SyncookiesSent')));
    expect(rows(answered)[0]).toEqual(['20000', '20001', '20002']);
    expect(answered.textContent).toContain('answered with a SYN cookie');
    cleanup();
    const box = draw(flood, flood.length);
    expect(rows(box)[1]).toEqual(['40001']);
    expect(box.textContent).toContain('came by a SYN cookie');
  });

  it('does not say of a forged caller that it holds itself connected', () => {
    const box = draw(forgedTrace(), Number.MAX_SAFE_INTEGER);
    expect(rows(box)[0]).toEqual(['20000']);
    expect(box.textContent).toContain('20000: under an address that nobody has');
    expect(box.textContent).not.toContain('holds itself connected');
  });

  it('counts what it has no room for', () => {
    const flood = floodTrace(60);
    const box = draw(flood, flood.length);
    expect(rows(box)[0]).toHaveLength(24);
    expect(box.querySelector('.ls-listener-more')?.textContent).toBe('+36');
  });

  it('offers each caller as a button', () => {
    const onSelect = vi.fn<ListenerProps['onSelect']>();
    draw(trace, trace.length, { onSelect });
    fireEvent.click(screen.getByRole('button', { name: /client:40002/ }));
    expect(onSelect).toHaveBeenCalledWith({ actor: 'client' });
  });

  it('speaks Chinese', () => {
    const box = draw(trace, after(trace, isCount('ListenDrops')), { language: 'zh' });
    expect(box.textContent).toContain('全连接队列');
    expect(box.textContent).toContain('在 0、1、3 秒发出 SYN');
  });

  it('draws a run in which nobody listens yet', () => {
    expect(draw(trace, 0).textContent).toBe('Nobody listens yet.');
  });
});

// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { crowdTrace, datagramTrace, longTrace, troubledTrace } from '../testing/cable-trace.ts';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { Sequence } from './sequence.tsx';
import type { SequenceProps } from './sequence-props.ts';

afterEach(cleanup);

function draw(trace: Trace, cursor: number, more: Partial<SequenceProps> = {}) {
  const props: SequenceProps = {
    trace,
    length: trace.length,
    cursor,
    spacing: 'logical',
    language: 'en',
    name: (actor) => actor,
    showFuture: true,
    sources: new Set(['wire', 'kernel', 'program', 'derived', 'model']),
    selection: {},
    onSelect: () => undefined,
    onSeek: () => undefined,
    width: 736,
    height: 3000,
    ...more,
  };
  return render(<Sequence {...props} />).container;
}

const trace = handshakeTrace();
const seqOf = (test: (event: ReturnType<Trace['event']>) => boolean) => trace.slice(0).findIndex(test);
const synSent = seqOf((event) => event.kind === 'tcp.segment-sent');
const segments = (box: HTMLElement, progress: string) =>
  [...box.querySelectorAll(`.ls-segment[data-progress="${progress}"]`)].map((one) => one.textContent);

describe('the sequence stage', () => {
  it('draws past segments solid, the one on the cable half-way, and coming ones as future', () => {
    const box = draw(trace, synSent + 1);
    expect(segments(box, 'on-the-cable')).toEqual(['SYNseq=0']);
    expect(segments(box, 'delivered')).toEqual([]);
    expect(segments(box, 'future')).toHaveLength(8);
    cleanup();
    expect(segments(draw(trace, synSent + 2), 'delivered')).toEqual(['SYNseq=0']);
  });

  it('draws nothing that is still to come when the future is hidden', () => {
    const box = draw(trace, synSent + 1, { showFuture: false });
    expect(segments(box, 'future')).toEqual([]);
    expect(box.querySelectorAll('[data-future], [data-kind="future"]')).toHaveLength(0);
    expect(box.textContent).not.toContain('ESTABLISHED');
  });

  it('fills exactly the state in which each end is', () => {
    const box = draw(trace, trace.length);
    const filled = [...box.querySelectorAll('.ls-state[data-kind="now"] .ls-state-text')].map((one) => one.textContent);
    expect(filled.toSorted()).toEqual(['CLOSED', 'TIME-WAIT']);
  });

  it('draws the implied state dashed where the kernel did not say it', () => {
    const other = handshakeTrace({ missSynReceived: true });
    const box = draw(other, other.length);
    expect(
      [...box.querySelectorAll('.ls-state[data-kind="derived"] .ls-state-text')].map((e) => e.textContent),
    ).toEqual(['SYN-RECEIVED']);
    cleanup();
    const hidden = draw(other, other.length, { sources: new Set(['wire', 'kernel', 'program']) });
    expect(hidden.querySelectorAll('.ls-state[data-kind="derived"]')).toHaveLength(0);
    expect(hidden.querySelectorAll('.ls-state-agreed')).toHaveLength(0);
  });

  it('leaves out the facts of a hidden source', () => {
    const box = draw(trace, trace.length, { sources: new Set(['kernel', 'program', 'derived']) });
    expect(box.querySelectorAll('.ls-segment')).toHaveLength(0);
    expect(box.querySelectorAll('.ls-call').length).toBeGreaterThan(0);
  });

  it('marks a lost segment by shape and says when it was sent again', () => {
    const lost = handshakeTrace({ dropFirstSyn: true });
    const box = draw(lost, lost.length);
    expect(segments(box, 'dropped')).toEqual(['SYNseq=0']);
    expect(box.textContent).toContain('dropped by you');
    expect(box.textContent).toContain('sent again after 1.02 s');
    cleanup();
    expect(draw(lost, lost.length, { language: 'zh' }).textContent).toContain('被你丢弃');
  });

  it('offers every segment as a button with its numbers and step, for mouse and keyboard', () => {
    const onSelect = vi.fn<SequenceProps['onSelect']>();
    const box = draw(trace, trace.length, { onSelect });
    const button = within(box).getByRole('button', { name: `SYN, ACK, seq 0, ack 1, step ${synSent + 4}` });
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 'Enter' });
    expect(onSelect.mock.calls.map(([selection]) => selection.frame)).toEqual([2, 2]);
  });

  it('moves the cursor to the row that is clicked', () => {
    const onSeek = vi.fn<SequenceProps['onSeek']>();
    const box = draw(trace, synSent + 1, { onSeek });
    fireEvent.click(box.querySelectorAll('.ls-row')[0] as Element);
    expect(onSeek).toHaveBeenCalledOnce();
  });

  it('keeps the present row in the box and says how much lies outside', () => {
    for (const cursor of [1, 20, 40, trace.length]) {
      const box = draw(trace, cursor, { height: 480 });
      const offset = Number(/-?\d+/.exec(box.querySelector<SVGElement>('.ls-scroll')?.style.transform ?? '')?.[0]);
      const band = box.querySelector('.ls-wash');
      const top = Number(band?.getAttribute('y')) + offset;
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + Number(band?.getAttribute('height'))).toBeLessThanOrEqual(480 - 64 - 82);
      cleanup();
    }
    expect(draw(trace, trace.length, { height: 480 }).textContent).toMatch(/↑ \d+ earlier/);
  });

  it('keeps only the kernels on a narrow screen', () => {
    draw(trace, 20, { width: 390, height: 436 });
    expect(screen.queryByText('program')).toBeNull();
    expect(screen.getByText('client kernel')).toBeDefined();
  });

  it('draws an empty run', () => {
    expect(() => draw(trace, 0, { length: 0 })).not.toThrow();
  });
});

describe('what the cable does', () => {
  const troubled = troubledTrace();
  const cursorAfter = (test: (event: ReturnType<Trace['event']>) => boolean) => troubled.slice(0).findIndex(test) + 1;
  const held = cursorAfter((event) => event.kind === 'frame.held');
  const plates = (box: HTMLElement) =>
    [...box.querySelectorAll('.ls-plate:not([data-stop][data-future] *)')].map((plate) => plate.textContent);

  it('lets a held frame stand at the middle until it is let go', () => {
    const box = draw(troubled, held);
    expect(box.querySelector('.ls-plate[data-now]')?.textContent).toContain('HELD');
    expect(box.querySelector('[data-stop="held"] [data-progress]')?.getAttribute('data-progress')).toBe('on-the-cable');
    cleanup();
    const later = draw(troubled, troubled.length);
    expect(later.querySelector('.ls-plate[data-now]')).toBeNull();
    expect(plates(later)[0]).toContain('held 420 µs');
    expect(later.querySelector('[data-stop="held"] [data-progress]')?.getAttribute('data-progress')).toBe('delivered');
  });

  it('draws two arrivals of a doubled frame, and the wait of a delayed one', () => {
    const box = draw(troubled, troubled.length);
    expect(box.querySelectorAll('[data-stop="duplicated"] [data-progress="delivered"]')).toHaveLength(2);
    expect(plates(box).join()).toContain('+250 ms');
  });

  it('ties what is sent again to what it repeats, lost or not', () => {
    const box = draw(troubled, troubled.length);
    expect([...box.querySelectorAll('.ls-thread-mark')].map((thread) => thread.textContent)).toEqual([
      'sent again after 14 ms',
      'sent again after 204 ms',
    ]);
    expect(within(box).getAllByRole('button', { name: /sent again, first in step/ })).toHaveLength(2);
  });

  it('shows for the present step alone which call led to it, and which segment let a call return', () => {
    const sent = cursorAfter((event) => event.kind === 'tcp.segment-sent' && event.length > 0);
    expect(within(draw(troubled, sent)).getByRole('img').getAttribute('aria-label')).toBe(
      'Because: step 15, then step 16',
    );
    cleanup();
    const returned = cursorAfter((event) => event.kind === 'call.returned' && event.call === 'recv');
    expect(within(draw(troubled, returned)).getByRole('img').getAttribute('aria-label')).toBe(
      `Because: step 15, then step 16, then step 24, then step ${returned}`,
    );
    cleanup();
    expect(within(draw(troubled, held)).queryByRole('img')).toBeNull();
    cleanup();
    expect(draw(troubled, returned, { height: 130 }).querySelector('.ls-tie-from')?.textContent).toBe('↑ step 24');
  });

  it('says what is in flight, the window, and that a window of 0 forbids to send', () => {
    const withBuffers = troubledTrace();
    withBuffers.append({
      at: 1,
      actor: 'client.kernel',
      source: 'kernel',
      kind: 'socket.buffers',
      socket: 'x',
      sendBytes: 0,
      receiveBytes: 0,
    });
    const gauge = (cursor: number) => {
      const text = draw(withBuffers, cursor, { length: withBuffers.length }).querySelector('.ls-gauge')?.textContent;
      cleanup();
      return text;
    };
    expect(gauge(held)).toContain('4 of 65 160 B');
    const shut = withBuffers.slice(0).findLastIndex((event) => event.kind === 'tcp.segment-sent' && event.window === 0);
    expect(gauge(shut + 2)).toContain('window 0: it may not send');
    expect(gauge(shut + 2)).toContain('cwnd 10');
  });

  it('names datagrams, pieces of one, ARP and ICMP, and what the receiver threw away', () => {
    const datagrams = datagramTrace();
    const box = draw(datagrams, datagrams.length);
    expect(segments(box, 'delivered')).toEqual([
      'ARPwho has 10.0.0.2?',
      'ARP10.0.0.2 is here',
      'UDP19 B',
      'IP■□□bytes 0–1479',
      'IP□■□bytes 1480–2959',
      'IP□□■bytes 2960–2999',
      'UDP12 B',
      'UDP6 B',
      'ICMPport unreachable',
    ]);
    expect(box.querySelector('.ls-noted[data-sign="loss"]')?.textContent).toContain('no room: 1 lost');
  });
});

describe('more than two hosts', () => {
  const crowd = crowdTrace();

  it('draws one client against the server, and lets the learner choose which', () => {
    const onSelect = vi.fn<SequenceProps['onSelect']>();
    const box = draw(crowd, crowd.length, { onSelect });
    expect(within(box).getByRole('radio', { checked: true }).textContent).toBe('client1');
    expect(segments(box, 'delivered')).toHaveLength(10);
    fireEvent.keyDown(within(box).getByRole('radio', { name: 'client3' }), { key: 'Enter' });
    expect(onSelect).toHaveBeenCalledWith({ actor: 'client3' });
    cleanup();
    const other = draw(crowd, crowd.length, { selection: { actor: 'client3' } });
    expect(segments(other, 'delivered')).toHaveLength(5);
    expect(within(other).getByRole('radio', { checked: true }).textContent).toBe('client3');
  });

  it('draws no row as the present one while the step is about others, and says whose it is', () => {
    const elsewhere = crowd.slice(0).findIndex((event) => event.actor === 'client2') + 1;
    const box = draw(crowd, elsewhere, { selection: { actor: 'client1' } });
    expect(box.querySelector('.ls-wash')).toBeNull();
    expect(within(box).getByRole('radio', { name: 'client2, the present step' })).toBeDefined();
  });

  it('numbers segments and states where the two have several connections', () => {
    const box = draw(crowd, crowd.length);
    expect(segments(box, 'delivered')[0]).toBe('#1 SYNseq=0');
    expect(segments(box, 'delivered').filter((text) => text?.startsWith('#4'))).toHaveLength(5);
    const filled = [...box.querySelectorAll('.ls-state[data-kind="now"] .ls-state-text')].map((one) => one.textContent);
    expect(filled).toContain('#4 ESTAB');
    expect(filled).toContain('LISTEN');
    cleanup();
    expect(draw(crowd, crowd.length, { selection: { actor: 'client2' } }).textContent).not.toContain('#2');
  });
});

it('draws of a long run only what is near the present step', () => {
  const long = longTrace(450);
  const box = draw(long, 1500, { height: 620 });
  expect(box.querySelectorAll('.ls-segment').length).toBeLessThan(40);
});

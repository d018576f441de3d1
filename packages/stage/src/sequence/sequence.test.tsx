// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

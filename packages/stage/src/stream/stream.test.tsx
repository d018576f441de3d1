// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { stagePropsOf } from '../testing/stage-props.ts';
import { cuttingTrace, longTrace, lossTrace, SOCKETS, stickyTrace, tellStream } from '../testing/stream-trace.ts';
import type { Decode } from './decode-anew.ts';
import { Stream } from './stream.tsx';
import type { StreamProps } from './stream-props.ts';

afterEach(cleanup);

function draw(trace: Trace, cursor: number, more: Partial<StreamProps> = {}) {
  const props = stagePropsOf(trace, cursor, { name: (actor) => actor, width: 736, height: 620, ...more });
  return render(<Stream {...props} {...more} />).container;
}

const after = (
  trace: Trace,
  kind: string,
  nth = 0,
  test: (event: ReturnType<Trace['event']>) => boolean = () => true,
) => (trace.slice(0).filter((event) => event.kind === kind && test(event))[nth]?.seq ?? Number.NaN) + 1;
const texts = (box: Element, selector: string) => [...box.querySelectorAll(selector)].map((one) => one.textContent);
const segmentsIn = (box: Element, state: string) =>
  [...box.querySelectorAll(`[data-state="${state}"]`)].map((one) => one.getAttribute('aria-label'));

describe('the stream stage', () => {
  it('shows three writes, two segments and one read of the same bytes in one still', () => {
    const trace = stickyTrace();
    const box = draw(trace, after(trace, 'call.returned', 3));
    const labels = texts(box, '.ls-stream-label');
    expect(labels).toEqual(['#1 send(20)', '#2 send(20)', '#3 send(20)', 'recv(1024) → 60']);
    expect(segmentsIn(box, 'arrived')).toHaveLength(2);
    expect(box.textContent).toContain('all of #1, #2, #3');
    expect(box.textContent).toContain('date:Saturdaynoon↵');
    expect(box.querySelector('svg')?.getAttribute('aria-label')).toBe(
      `Bytes from server to client at step ${after(trace, 'call.returned', 3)}: 3 writes, 60 bytes written; ` +
        '0 in the send buffer, 0 in the receive buffer, 60 read by 1 call; 0 messages decoded.',
    );
  });

  it('keeps the bytes of each write in its colour in every row', () => {
    const trace = stickyTrace();
    const box = draw(trace, after(trace, 'call.returned', 3));
    for (const [write, colour] of [
      ['1', 'ls-c3'],
      ['2', 'ls-c4'],
      ['3', 'ls-c7'],
    ] as const) {
      const runs = [...box.querySelectorAll(`.ls-run[data-write="${write}"]`)];
      expect(runs.length).toBe(3); // written, on the cable, read
      expect(runs.every((run) => run.classList.contains(colour))).toBe(true);
      expect(new Set(runs.map((run) => run.querySelector('rect')?.getAttribute('x'))).size).toBe(1);
    }
  });

  it('marks the bytes that the present step moved, and nothing else, in red', () => {
    const trace = lossTrace();
    const sent = draw(trace, after(trace, 'tcp.segment-sent', 4));
    expect(sent.querySelectorAll('.ls-stream-segment[data-now]')).toHaveLength(1);
    expect(sent.querySelectorAll('.ls-stream-now')).toHaveLength(0);
    cleanup();
    const arrived = draw(trace, after(trace, 'tcp.segment-delivered', 3));
    expect(arrived.querySelectorAll('.ls-stream-segment[data-now]')).toHaveLength(1);
    expect(arrived.querySelectorAll('.ls-stream-now')).toHaveLength(1);
    cleanup();
    const read = draw(trace, trace.length);
    expect(read.querySelectorAll('.ls-stream-segment[data-now]')).toHaveLength(0);
    expect(read.querySelectorAll('.ls-stream-now')).toHaveLength(1);
    expect(texts(read, '.ls-stream-label[data-now]')).toEqual(['recv(1024) → 40']);
    expect(draw(trace, 0).querySelectorAll('[data-now], .ls-stream-now, .ls-wash')).toHaveLength(0);
  });

  it('draws a line from where a read cut through a write', () => {
    const trace = cuttingTrace();
    const box = draw(trace, trace.length);
    expect([...box.querySelectorAll('[data-cut]')].map((one) => one.getAttribute('data-cut'))).toEqual([
      '16',
      '32',
      '48',
    ]);
    expect(texts(box, '.ls-stream-note')).toEqual(
      expect.arrayContaining(['start of #1', 'end of #1, start of #2', 'end of #2, start of #3', 'end of #3']),
    );
    cleanup();
    expect(draw(stickyTrace(), 29).querySelectorAll('[data-cut]')).toHaveLength(0);
  });

  it('shows what another framer makes of the bytes that were read, as derived, and only up to the cursor', () => {
    const trace = cuttingTrace();
    const decode: Decode = (reads) => {
      let first = 0;
      return reads.map((bytes, index) => {
        const framed = { number: index + 1, first, length: bytes.length, text: String.fromCharCode(...bytes) } as const;
        first += bytes.length;
        return index < 2 ? [{ kind: 'message', ...framed }] : [{ kind: 'refused', first: framed.first, reason: 'no' }];
      });
    };
    const messages = (box: Element) =>
      [...box.querySelectorAll('[aria-label^="Message"]')].map((one) => one.getAttribute('aria-label'));
    const box = draw(trace, trace.length, { decode });
    expect(messages(box)).toEqual([
      expect.stringMatching(/^Message 1, 16 bytes: date:/),
      expect.stringMatching(/^Message 2, 16 bytes: /),
    ]);
    expect(box.querySelectorAll('[data-refused]')).toHaveLength(1);
    expect(texts(box, '[data-source]').at(-1)).toBe('derived');
    expect(box.textContent).toContain('by another framer');
    cleanup();
    const earlier = draw(trace, after(trace, 'message.decoded'), { decode, showFuture: false });
    expect(messages(earlier)).toHaveLength(2);
    expect(earlier.querySelectorAll('[data-refused]')).toHaveLength(0);
    cleanup();
    const hidden = draw(trace, trace.length, { decode, sources: new Set(['program', 'wire', 'kernel']) });
    expect(messages(hidden)).toEqual([]);
  });

  it('shows decoded messages and strikes out what was refused', () => {
    const trace = cuttingTrace();
    const before = draw(trace, trace.length - 1, { showFuture: false });
    expect(before.querySelector('[data-refused]')).toBeNull();
    expect(texts(before, '.ls-stream-note')).toEqual(expect.arrayContaining(['message 1: date', 'message 2: user']));
    cleanup();
    const box = draw(trace, trace.length);
    expect(box.querySelector('[data-refused]')?.textContent).toContain('refused: no length in front');
  });

  it('breaks a lost segment, shows the hole that it left and the repetition below', () => {
    const trace = lossTrace();
    const hole = draw(trace, after(trace, 'tcp.segment-delivered', 5));
    expect(segmentsIn(hole, 'lost')).toEqual([expect.stringContaining('Segment of 20 bytes, lost: dropped by you')]);
    expect(hole.querySelectorAll('.ls-stream-hole')).toHaveLength(1);
    expect(hole.textContent).toContain('20 B missing: 20 B behind them cannot be read');
    cleanup();
    const mended = draw(trace, trace.length);
    expect(mended.querySelectorAll('.ls-stream-hole')).toHaveLength(0);
    expect(mended.textContent).toContain('20 B again');
    const [lost, again] = [...mended.querySelectorAll('[data-state]')].filter((one) =>
      /lost|again/.test(one.textContent ?? ''),
    );
    const y = (one: Element | undefined) => Number(one?.querySelector('.ls-stream-segment')?.getAttribute('y'));
    expect(y(again)).toBeGreaterThan(y(lost));
  });

  it('says which bytes are sent and unacknowledged, and beside it what the kernel counts', () => {
    const trace = stickyTrace();
    const box = draw(trace, after(trace, 'socket.buffers', 2));
    expect(box.textContent).toContain('20 B sent, not acknowledged · 40 B not sent yet');
    expect(texts(box, '.ls-stream-count')).toEqual(['60 B', '20 B']);
    expect(texts(box, '.ls-stream-count[data-now]')).toEqual(['60 B']);
    cleanup();
    const hidden = draw(trace, after(trace, 'socket.buffers', 2), { sources: new Set(['wire', 'program']) });
    expect(hidden.querySelectorAll('.ls-stream-count')).toHaveLength(0);
    expect(hidden.textContent).not.toContain('not acknowledged');
  });

  it('draws nothing that is still to come when the future is hidden', () => {
    const trace = stickyTrace();
    const cursor = after(trace, 'call.returned', 0);
    expect(draw(trace, cursor).querySelectorAll('[data-future]').length).toBeGreaterThan(0);
    cleanup();
    const box = draw(trace, cursor, { showFuture: false });
    expect(box.querySelectorAll('[data-future], [data-look="future"]')).toHaveLength(0);
    expect(texts(box, '.ls-stream-label')).toEqual(['#1 send(20)']);
  });

  it('selects a frame by its segment and goes to the step of a write or a read, by mouse and keyboard', () => {
    const trace = stickyTrace();
    const onSelect = vi.fn<StreamProps['onSelect']>();
    const onSeek = vi.fn<StreamProps['onSeek']>();
    const box = within(draw(trace, trace.length, { onSelect, onSeek }));
    fireEvent.click(box.getByRole('button', { name: /^Segment of 40 bytes, arrived/ }));
    fireEvent.keyDown(box.getByRole('button', { name: /^Segment of 20 bytes, arrived/ }), { key: 'Enter' });
    expect(onSelect.mock.calls.map(([{ frame }]) => frame)).toEqual([6, 4]);
    fireEvent.click(box.getByRole('button', { name: /^Write 2: send, 20 bytes/ }));
    fireEvent.keyDown(box.getByRole('button', { name: /^Read 1: recv\(1024\) got 60 bytes, all of #1, #2, #3/ }), {
      key: ' ',
    });
    expect(onSeek.mock.calls).toEqual([[after(trace, 'call.entered', 1)], [after(trace, 'call.returned', 3)]]);
  });

  it('follows the direction that tells more, until the learner chooses the other', () => {
    const trace = longTrace(3000);
    draw(trace, trace.length);
    const other = screen.getByRole('button', { name: 'client → server · 6 B' });
    expect(screen.getByRole('button', { name: 'server → client · 3012 B' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(other);
    expect(other.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('group', { name: /^Bytes from client to server/ })).toBeDefined();
    cleanup();
    draw(trace, trace.length, { direction: 'client' });
    expect(screen.getByRole('group', { name: /^Bytes from client to server/ })).toBeDefined();
  });

  it('takes the connection that it is told to take', () => {
    const trace = stickyTrace();
    for (const connection of [SOCKETS.client, SOCKETS.server]) {
      draw(trace, trace.length, { connection });
      expect(screen.getByRole('group', { name: /^Bytes from server to client/ })).toBeDefined();
      cleanup();
    }
  });

  it('shows a part of a long stream, with the moved bytes in it, and where in the whole it lies', () => {
    const trace = longTrace(68_000);
    for (let cursor = 1; cursor <= trace.length; cursor += 7) {
      const box = draw(trace, cursor);
      expect(box.querySelectorAll('*').length).toBeLessThan(1200);
      for (const mark of box.querySelectorAll('.ls-stream-now, .ls-run-box')) {
        const x = Number(mark.getAttribute('x'));
        expect(x).toBeGreaterThanOrEqual(150);
        expect(x + Number(mark.getAttribute('width'))).toBeLessThanOrEqual(722);
      }
      expect(box.querySelector('[role="img"]')?.getAttribute('aria-label')).toMatch(
        /^Shown: bytes \d+ to \d+ of 68012$/,
      );
      cleanup();
    }
  });

  it('shows how far a call that waits would reach', () => {
    const trace = stickyTrace();
    const box = draw(trace, trace.length);
    expect(box.querySelector('[data-waiting]')?.textContent).toBe('recv(1024) waits');
    cleanup();
    expect(draw(trace, trace.length - 1).querySelector('[data-waiting]')).toBeNull();
    cleanup();
    const ready = draw(trace, after(trace, 'call.entered', 3));
    expect(ready.querySelector('[data-waiting]')?.textContent).toBe('in recv(1024)');
  });

  it('says so where no segment was captured, and shows writes, counted buffers and reads', () => {
    const trace = stickyTrace({ isCaptured: false });
    const box = draw(trace, after(trace, 'socket.buffers', 2));
    expect(box.textContent).toContain('this run captured no segments');
    expect(box.textContent).toContain('60 B; whether they were sent, nobody saw');
    expect(box.textContent).toContain('20 B not read yet');
  });

  it('says so where the programs did not tell how many bytes their calls moved', () => {
    const trace = handshakeTrace();
    const box = draw(trace, trace.length);
    expect(box.textContent).toContain('this run did not record how many bytes each call moved');
    expect(box.textContent).toContain('12 B have arrived; who read them is not recorded');
    expect(box.textContent).toContain('hello,world');
  });

  it('says that nothing was written yet', () => {
    const trace = tellStream().trace;
    expect(draw(trace, 0).textContent).toBe('No bytes have been written to a TCP connection yet.');
    cleanup();
    expect(draw(trace, 0, { language: 'zh' }).textContent).toBe('还没有任何字节写入 TCP 连接。');
  });

  it('speaks Chinese', () => {
    const trace = cuttingTrace();
    const box = draw(trace, trace.length, { language: 'zh' });
    expect(box.textContent).toContain('发送缓冲区');
    expect(box.textContent).toContain('#1 的末尾，#2 的开头');
    expect(box.textContent).not.toMatch(/unread|start of|written/);
  });
});

import { describe, expect, it } from 'vitest';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { FALL, layoutOf } from './layout.ts';

const trace = handshakeTrace();

describe('the layout of a sequence', () => {
  it('goes down: no row lies above an earlier one, and neighbouring bands neither overlap nor leave a seam', () => {
    for (const spacing of ['logical', 'true'] as const) {
      const { rows } = layoutOf(trace, trace.length, spacing, 'client');
      for (const [index, row] of rows.entries()) {
        const above = rows[index - 1];
        expect(row.bottom).toBeGreaterThan(row.top);
        if (!above) continue;
        expect(row.y - above.y).toBeGreaterThanOrEqual(18);
        expect(row.top).toBeGreaterThanOrEqual(above.bottom);
      }
    }
  });

  it('lets every segment fall on its way', () => {
    const { y } = layoutOf(trace, trace.length, 'logical', 'client');
    for (let seq = 0; seq < trace.length; seq++) {
      const event = trace.event(seq);
      if (event.kind !== 'tcp.segment-delivered') continue;
      expect((y[seq] ?? 0) - (y[event.cause ?? -1] ?? 0)).toBeGreaterThanOrEqual(FALL);
    }
  });

  it('puts what the kernel says of an arrival into the row of the arrival', () => {
    const { rowOf } = layoutOf(trace, trace.length, 'logical', 'client');
    const state = trace.slice(0).find((event) => event.kind === 'socket.state' && event.state === 'SYN-RECEIVED');
    expect(rowOf[state?.seq ?? -1]).toBe(rowOf[state?.cause ?? -1]);
  });

  it('breaks where nothing happens for long', () => {
    const { breaks } = layoutOf(trace, trace.length, 'logical', 'client');
    expect(breaks).toHaveLength(1);
    expect(breaks[0]?.lengthUs).toBe(398_000);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTrace, type Gap, paceOf, type Spacing, type Trace } from './index.ts';
import { header } from './testing/arbitrary-trace.ts';

/** All positions, one after the other, as they are defined. */
function naive(trace: Trace, spacing: Spacing): { positions: number[]; gaps: Gap[] } {
  const distances = Array.from({ length: Math.max(0, trace.length - 1) }, (_, n) =>
    Math.max(0, trace.atUs(n + 1) - trace.atUs(n)),
  );
  const sorted = distances.filter((one) => one > 0).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const threshold = Math.max(20_000, median * 40);
  const gaps: Gap[] = [];
  const positions: number[] = [];
  for (let seq = 0; seq < trace.length; seq++) {
    const distance = distances[seq - 1] ?? 0;
    if (distance > threshold) gaps.push({ after: seq - 1, lengthUs: distance });
    const step = distance > threshold ? 2 : Math.min(4, 0.35 + distance / (median * 2));
    positions.push(seq === 0 ? 0 : (positions[seq - 1] as number) + (spacing === 'logical' ? 1 : step));
  }
  return { positions, gaps };
}

const spacings = fc.constantFrom('logical' as const, 'true' as const);

/** A trace with as many events, whose distances come again and again. */
function traceWith(distances: readonly number[], length: number): Trace {
  const trace = createTrace(header);
  let at = 0;
  for (let seq = 0; seq < length; seq++) {
    trace.append({ at, actor: 't1', kind: 'text.printed', source: 'program', text: 'x' });
    at += distances[seq % distances.length] as number;
  }
  return trace;
}

describe('the pace of a trace', () => {
  test('has each event where one after the other puts it, and every silence', () => {
    const lengths = fc.integer({ min: 0, max: 900 });
    const distances = fc.array(fc.oneof(fc.nat(2000), fc.nat(300_000)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(distances, lengths, spacings, (some, length, spacing) => {
        const trace = traceWith(some, length);
        const pace = paceOf(trace, spacing);
        const { positions, gaps } = naive(trace, spacing);
        expect(pace.gaps).toEqual(gaps);
        expect(pace.count).toBe(length);
        for (const [seq, position] of positions.entries()) {
          expect(pace.positionOf(seq)).toBeCloseTo(position, 6);
          expect(pace.seqAt(pace.positionOf(seq) + 1e-7)).toBe(seq);
        }
        expect(pace.positionOf(length)).toBe(pace.length);
      }),
      { numRuns: 60 },
    );
  });

  test('is that of the whole, however the trace has grown', () => {
    const trace = traceWith([3, 10, 50_000], 600);
    const whole = traceWith([3, 10, 50_000], 1000);
    for (const spacing of ['logical', 'true'] as const) expect(paceOf(trace, spacing).count).toBe(600);
    for (let seq = 600; seq < 1000; seq++) {
      const { seq: _, ...fact } = whole.event(seq);
      trace.append(fact);
      if (seq % 90 === 0) paceOf(trace, 'true');
    }
    for (const spacing of ['logical', 'true'] as const) {
      expect(paceOf(trace, spacing).gaps).toEqual(paceOf(whole, spacing).gaps);
      expect(paceOf(trace, spacing).length).toBe(paceOf(whole, spacing).length);
    }
  });

  test('left of the first event there is none', () => {
    const trace = traceWith([3], 10);
    for (const spacing of ['logical', 'true'] as const) expect(paceOf(trace, spacing).seqAt(-0.1)).toBe(-1);
  });
});

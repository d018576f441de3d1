import { RecordingError, serializeTrace, type Trace } from '@lockstep/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleFacts, sampleFrame, sampleTrace } from '../testing/sample-run.ts';
import { takeFrame } from './take-frame.ts';

const status = { state: 'running' } as const;

test('however frames overlap, the trace has each event once and in order', () => {
  const cuts = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 });
  fc.assert(
    fc.property(cuts, (pairs) => {
      let trace: Trace | undefined;
      for (const [a, b] of [[0, 1] as const, ...pairs]) {
        const from = Math.min(a, b);
        const taken = takeFrame(trace, sampleFrame(from, Math.max(a, b), status, trace === undefined));
        if (taken === 'hole') expect(from).toBeGreaterThan(trace?.length ?? 0);
        else trace = taken;
      }
      expect(trace && serializeTrace(trace)).toBe(serializeTrace(sampleTrace(trace?.length)));
    }),
  );
});

test('a hole is noticed and nothing is taken', () => {
  const trace = sampleTrace(2);
  expect(takeFrame(trace, sampleFrame(3, 5, status))).toBe('hole');
  expect(trace.length).toBe(2);
});

test('before the first event there is no trace yet', () => {
  expect(takeFrame(undefined, sampleFrame(0, 0, { state: 'queued', place: 2 }))).toBeUndefined();
});

test('a line that is no event is refused', () => {
  const frame = { ...sampleFrame(0, 0, status, true), lines: '{"kind":"tea.made"}\n' };
  expect(() => takeFrame(undefined, frame)).toThrow(RecordingError);
});

test('all of the sample arrives in one frame', () => {
  const trace = takeFrame(undefined, sampleFrame(0, sampleFacts.length, status, true));
  expect(trace).toMatchObject({ length: sampleFacts.length });
});

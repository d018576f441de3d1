import { describe, expect, it } from 'vitest';
import { crowdTrace, longTrace, troubledTrace } from '../testing/cable-trace.ts';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { drawingOf } from './drawing.ts';
import { geometryOf } from './geometry.ts';
import { pairOf } from './pair.ts';
import { readingOf } from './reading.ts';

function placed(trace: ReturnType<typeof handshakeTrace>, width: number) {
  const pair = pairOf(trace, trace.length, undefined);
  const reading = readingOf(trace, trace.length, { spacing: 'logical', kernel: true, segments: true, pair });
  const geometry = geometryOf(trace, width, pair);
  return { geometry, ...drawingOf({ reading, geometry, relative: true, language: 'en' }) };
}

describe('the writing on the cable', () => {
  it('has a place for every segment, on its way', () => {
    for (const trace of [handshakeTrace({ dropFirstSyn: true }), troubledTrace(), crowdTrace(), longTrace(40)]) {
      const { courses, placement } = placed(trace, 736);
      for (const { crossing, plate } of courses) {
        const place = placement.labels.get(crossing.sent.seq);
        if (plate) continue;
        expect(place?.share).toBeGreaterThan(0);
        expect(place?.share).toBeLessThan(1);
      }
    }
  });

  it('touches nothing where segments do not cross', () => {
    for (const trace of [handshakeTrace(), handshakeTrace({ dropFirstSyn: true }), crowdTrace()])
      expect([...placed(trace, 736).placement.labels.values()].filter(({ crossed }) => crossed)).toEqual([]);
  });

  it('keeps the notes of threads between the kernels', () => {
    const { geometry, placement } = placed(troubledTrace(), 736);
    const [left, right] = geometry.ends;
    for (const note of placement.notes.values()) {
      expect(note.x).toBeGreaterThan(left.kernelX);
      expect(note.x).toBeLessThan(right.kernelX);
      expect(note.crossed).toBe(false);
    }
  });
});

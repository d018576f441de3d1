import { byteStreams, type Span, stateAt, streamWrittenBy } from '@lockstep/trace';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cuttingTrace, longTrace, SOCKETS } from '../testing/stream-trace.ts';
import { tracksOf } from './plan.ts';
import { windowOf } from './window.ts';

function wholeOf(trace: ReturnType<typeof longTrace>) {
  const stream = streamWrittenBy(stateAt(byteStreams, trace, trace.length), SOCKETS.server);
  if (!stream) throw new Error('nothing was written');
  return stream;
}

const short = wholeOf(cuttingTrace());
const long = wholeOf(longTrace(68_000));

it('a short stream is shown whole, with letters, wherever one looks', () => {
  for (const from of [0, 20, 40])
    expect(windowOf(short, { from, to: from + 20 }, 568, false)).toMatchObject({
      from: 0,
      to: 60,
      hasLetters: true,
      isWhole: true,
    });
});

it('a stream of some hundred bytes is shown whole, without letters', () => {
  expect(windowOf(wholeOf(longTrace(228)), { from: 0, to: 8 }, 568, false)).toMatchObject({
    to: 240,
    hasLetters: false,
    isWhole: true,
  });
});

it('a few bytes of a long stream have their letters, a piece of it has some pieces around it', () => {
  expect(windowOf(long, { from: 0, to: 8 }, 568, false)).toMatchObject({ from: 0, to: 71, hasLetters: true });
  expect(windowOf(long, { from: 20_000, to: 21_024 }, 568, false)).toMatchObject({ hasLetters: false, isWhole: false });
});

it('what one looks at begins inside the window, and a piece of the usual size lies in it whole', () => {
  const focus: fc.Arbitrary<Span> = fc
    .tuple(fc.nat(66_000), fc.integer({ min: 1, max: 1024 }))
    .map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(focus, fc.integer({ min: 200, max: 1400 }), fc.boolean(), (span, width, isCompact) => {
      const { from, to } = windowOf(long, span, width, isCompact);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(68_012);
      expect(span.from).toBeGreaterThanOrEqual(from);
      expect(span.to).toBeLessThanOrEqual(to);
    }),
  );
});

it('a repetition lies below the original, a second one below that, and no further', () => {
  const segment = (offset: number, isAgain: boolean) => ({ frame: 0, seq: 0, offset, length: 20, isAgain });
  const segments = [segment(0, false), segment(20, false), segment(0, true), segment(20, true), segment(0, true)];
  expect(tracksOf(segments, 3)).toEqual([0, 0, 1, 1, 2]);
  expect(tracksOf([...segments, segment(0, true)], 3)).toEqual([0, 0, 1, 1, 2, 2]);
});

import { MODES } from '@lockstep/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompareAddress, type Meeting, parseCompare, type RunRef, serializeCompare } from './compare-address.ts';

const identifier = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
const ref: fc.Arbitrary<RunRef> = fc.oneof(
  identifier.map((run): RunRef => ({ kind: 'run', run })),
  fc.constantFrom(...MODES).map((mode): RunRef => ({ kind: 'golden', mode })),
);
const at: fc.Arbitrary<Meeting> = fc.oneof(
  fc.constant<Meeting>({ kind: 'fork' }),
  identifier.map((moment): Meeting => ({ kind: 'moment', moment })),
  fc.tuple(fc.nat(999_999_999), fc.nat(999_999_999)).map(([left, right]): Meeting => ({ kind: 'steps', left, right })),
);
const address: fc.Arbitrary<CompareAddress> = fc.record(
  { left: ref, right: ref, lab: identifier, at },
  { requiredKeys: ['at'] },
);

test('every pair of runs comes back from its address', () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(parseCompare(serializeCompare(one))).toEqual(one);
    }),
  );
});

test('what is not understood is left out', () => {
  expect(parseCompare('?left=../x&right=golden:fast&lab=A&at=moment:!&x=1')).toEqual({ at: { kind: 'fork' } });
  expect(parseCompare('')).toEqual({ at: { kind: 'fork' } });
});

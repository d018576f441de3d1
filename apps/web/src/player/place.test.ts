import { MODES } from '@lockstep/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Place, parsePlace, serializePlace } from './place.ts';

function some<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(model, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0) as fc.Arbitrary<
    Partial<T>
  >;
}

const place: fc.Arbitrary<Place> = fc.record(
  {
    run: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
    step: fc.nat(999_999_999),
    mode: fc.constantFrom(...MODES),
    selection: some({
      actor: fc.stringMatching(/^[\w.:-]{1,64}$/),
      frame: fc.nat(999_999_999),
      field: fc.stringMatching(/^\d{1,2}\.[ -~]{1,64}$/),
      stage: fc.stringMatching(/^[\w-]{1,64}$/),
    }),
    range: some({ from: fc.nat(999_999_999), to: fc.nat(999_999_999), loops: fc.constant(true) }),
    schedule: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }),
    knobs: fc.dictionary(fc.stringMatching(/^[a-zA-Z]\w{0,11}$/), fc.string({ unit: 'grapheme', maxLength: 12 })),
    spacing: fc.constantFrom('logical' as const, 'true' as const),
    relative: fc.boolean(),
  },
  { requiredKeys: ['knobs', 'spacing', 'relative'] },
);

test('every place comes back from its address', () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(parsePlace(serializePlace(one))).toEqual({ ...one, knobs: { ...one.knobs } });
    }),
  );
});

test('whatever stands in an address, it is read without a fault', () => {
  const name = fc.constantFrom(
    'run',
    'step',
    'mode',
    'schedule',
    'spacing',
    'numbers',
    'actor',
    'frame',
    'field',
    'stage',
    'from',
    'to',
    'loop',
    'k.x',
    'k.',
    'other',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
      const query = parsePlace(`?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`);
      expect(parsePlace(serializePlace(query))).toEqual(query);
    }),
  );
});

test('what is not understood is left out', () => {
  expect(
    parsePlace(
      '?run=../x&step=-1&mode=fast&schedule=1z&spacing=maybe&numbers=9&actor=%3Cb%3E&frame=x&field=flags&stage=a%20b&from=-1&to=1e9&loop=yes&k.=1&x=2',
    ),
  ).toEqual({
    knobs: {},
    spacing: 'logical',
    relative: true,
  });
});

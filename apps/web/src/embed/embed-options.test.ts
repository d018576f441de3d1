// @vitest-environment jsdom
import { LANGUAGES } from '@lockstep/lab';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlace } from '../player/place.ts';
import { type EmbedOptions, embedLink, embedSnippet, parseEmbedOptions } from './embed-options.ts';

const options: fc.Arbitrary<EmbedOptions> = fc.record(
  {
    hasControls: fc.boolean(),
    theme: fc.constantFrom('light' as const, 'dark' as const),
    language: fc.constantFrom(...LANGUAGES),
  },
  { requiredKeys: ['hasControls'] },
);
const place = { lab: 'race', search: '?step=4&from=2&to=6&loop=1', base: 'http://host' };

test('what a frame looks like comes back from its address, and so does the place', () => {
  fc.assert(
    fc.property(options, (one) => {
      const { pathname, search } = new URL(embedLink(place, one));
      expect(pathname).toBe('/embed/labs/race');
      expect(parseEmbedOptions(search)).toEqual(one);
      expect(parsePlace(search)).toEqual(parsePlace(place.search));
    }),
  );
});

test('what is not understood is left out', () => {
  expect(parseEmbedOptions('?controls=maybe&theme=loud&lang=xx')).toEqual({ hasControls: true });
});

test('the snippet is one frame with its title, whatever stands in it', () => {
  const link = embedLink(place, { hasControls: false });
  document.body.innerHTML = embedSnippet(link, 'Race: "lost" <update>', { hasControls: false });
  const frame = document.body.firstElementChild as HTMLIFrameElement;
  expect(document.body.children).toHaveLength(1);
  expect(frame.getAttribute('src')).toBe(link);
  expect(frame.title).toBe('Race: "lost" <update>');
  expect(frame.getAttribute('loading')).toBe('lazy');
  expect(frame.width).toBe('720');
});

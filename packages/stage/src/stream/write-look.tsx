// How the bytes of a write look: a colour and a pattern, in turn. The number tells apart those that share both.
import type { StreamWrite } from '@lockstep/trace';
import type { ReactNode } from 'react';
import { type ColourNumber, colourClass } from '../actor-colour.ts';

/** The colours of the palette without those of the two hosts. */
const COLOURS: readonly ColourNumber[] = [3, 4, 7, 6, 5, 8];

/** Marks in a box of 6 × 6. The first write has none. */
const MARKS: readonly (string | undefined)[] = [
  undefined,
  'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  'M3 0V6',
  'M-1 -1L7 7M-1 5L1 7M5 -1L7 1',
  'M0 3H6',
  'M0 0L6 6M6 0L0 6',
];

export function writeClass(write: StreamWrite | undefined): string {
  return colourClass(write ? (COLOURS[(write.number - 1) % COLOURS.length] as ColourNumber) : 0);
}

/** Reference to the pattern of a write; undefined where it has none. */
export function patternOf(id: string, write: StreamWrite | undefined, isPale: boolean): string | undefined {
  if (!write) return undefined;
  const index = (write.number - 1) % MARKS.length;
  return MARKS[index] === undefined ? undefined : `url(#${id}mark${index}${isPale ? 'pale' : ''})`;
}

/** All patterns, once for each drawing. */
export function WritePatterns({ id }: { readonly id: string }): ReactNode {
  return MARKS.flatMap((marks, index) =>
    marks === undefined
      ? []
      : [false, true].map((isPale) => (
          <pattern
            key={`${marks}${isPale}`}
            id={`${id}mark${index}${isPale ? 'pale' : ''}`}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            className={colourClass(COLOURS[index] as ColourNumber)}
          >
            <path d={marks} className="ls-run-mark" data-pale={isPale || undefined} />
          </pattern>
        )),
  );
}

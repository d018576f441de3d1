import type { ColourNumber, Trace } from '@lockstep/trace';

export type { ColourNumber } from '@lockstep/trace';

/** The palette number that the run's header gives an actor; ink when it is not listed. */
export function actorColour(trace: Trace, actor: string): ColourNumber {
  return trace.header.actors.find((one) => one.id === actor)?.colour ?? 0;
}

/**
 * Class that sets `--c`, `--c-pale` and `--c-on` to a colour of the palette (tokens.css).
 *
 * @example <rect className={`${colourClass(1)} ls-fill`} />
 */
export function colourClass(colour: ColourNumber): string {
  return `ls-c${colour}`;
}

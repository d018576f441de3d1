import type { Trace } from '@lockstep/trace';

/** The class of an actor's place in the palette: `ls-c1` … `ls-c4`, `ls-c0` for ink. */
export function colourOf(trace: Trace, actor: string): string {
  return `ls-c${trace.header.actors.find((one) => one.id === actor)?.colour ?? 0}`;
}

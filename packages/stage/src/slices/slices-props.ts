import type { StageProps } from '../stage-props.ts';

export interface SlicesProps extends StageProps {
  /** How a section is called on screen, from the name of its work; default: that name. */
  readonly workName?: (work: string) => string;
}

/** Narrower boxes write what was measured under the title, and leave out what a thread runs. */
export const NARROW = 480;

/** Height of a section's title and axis. */
export function headHeight(width: number): number {
  return width < NARROW ? 66 : 54;
}

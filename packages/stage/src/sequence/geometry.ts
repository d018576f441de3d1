// Where the lifelines stand, by width. Proportions of the 736 pixel drawing; the cable takes what is left.
import type { Actor, Trace } from '@lockstep/trace';
import type { Pair } from './pair.ts';

/** Below this the drawing keeps only the kernels. */
const COMPACT_BELOW = 480;

export interface End {
  readonly host: string;
  readonly colour: Actor['colour'];
  readonly side: 'left' | 'right';
  /** +1 away from the cable on the right, -1 on the left. */
  readonly outward: 1 | -1;
  readonly kernelX: number;
  /** Undefined in the compact drawing, and where no program is known: a capture shows none. */
  readonly programX: number | undefined;
  readonly address: string;
  readonly program: string;
}

export interface Geometry {
  readonly compact: boolean;
  /** Room for the columns of sources and seconds, and for badges of full size. */
  readonly wide: boolean;
  readonly width: number;
  readonly stepX: number;
  readonly sourceX: number | undefined;
  readonly secondsX: number | undefined;
  readonly ends: readonly [End, End];
  readonly middleX: number;
  readonly headHeight: number;
}

export function geometryOf(trace: Trace, width: number, [left, right]: Pair): Geometry {
  const compact = width < COMPACT_BELOW;
  const wide = width >= 660;
  const kernelLeft = compact ? Math.min(118, width * 0.3) : wide ? 264 : 188;
  const kernelRight = compact ? width - Math.min(118, width * 0.3) : width - (wide ? 200 : 138);
  const corridor = wide ? 112 : 104;
  return {
    compact,
    wide,
    width,
    stepX: compact ? 24 : wide ? 46 : 42,
    sourceX: wide ? 54 : undefined,
    secondsX: wide ? width - 10 : undefined,
    ends: [
      endOf(trace, left, 'left', kernelLeft, compact ? undefined : kernelLeft - corridor),
      endOf(trace, right, 'right', kernelRight, compact ? undefined : kernelRight + corridor),
    ],
    middleX: (kernelLeft + kernelRight) / 2,
    headHeight: compact ? 44 : 64,
  };
}

function endOf(trace: Trace, host: string, side: 'left' | 'right', kernelX: number, programX: number | undefined): End {
  const actors = trace.header.actors.filter((actor) => actor.host === host);
  return {
    host,
    colour: actors[0]?.colour ?? 0,
    side,
    outward: side === 'left' ? -1 : 1,
    kernelX,
    programX: actors.some(({ role }) => role === 'program') ? programX : undefined,
    address: actors.find((actor) => actor.address)?.address ?? '',
    program: actors.find((actor) => actor.program)?.program ?? '',
  };
}

/** The end of this host, if it has one in the drawing. */
export function endAt(geometry: Geometry, host: string): End | undefined {
  return geometry.ends.find((end) => end.host === host);
}

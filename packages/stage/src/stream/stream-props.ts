import type { Span } from '@lockstep/trace';
import type { StageProps } from '../stage-props.ts';
import type { Decode } from './decode-anew.ts';

export interface StreamProps extends StageProps {
  /** Socket of either end, as in `socket.state`; default: the first connection that carries data. */
  readonly connection?: string | undefined;
  /** Host whose bytes are followed at first; default: the direction that tells more. */
  readonly direction?: string | undefined;
  /** The part that is shown, of bytes counted from 0; default: the whole, or as much as can be seen around the step. */
  readonly part?: Span | undefined;
  /** A framer by which what was read is decoded here, in place of what the program told; always the same function. */
  readonly decode?: Decode | undefined;
}

import type { StageProps } from '../stage-props.ts';

export interface StreamProps extends StageProps {
  /** Socket of either end, as in `socket.state`; default: the first connection that carries data. */
  readonly connection?: string | undefined;
  /** Host whose bytes are followed at first; default: the direction that tells more. */
  readonly direction?: string | undefined;
}

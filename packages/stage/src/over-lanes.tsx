import type { ReactNode } from 'react';
import { Lanes } from './lanes/lanes.tsx';
import { StageStack } from './stage-stack.tsx';
import type { FigureProps } from './thread-figure.tsx';

interface OverLanesProps extends FigureProps {
  /** Heights of the stage and of the lanes, in relation to each other. */
  readonly shares?: readonly [number, number];
  /** Draws the stage into its part of the box. */
  readonly children: (stage: FigureProps) => ReactNode;
}

/**
 * A stage over the lanes of the same run; a narrow screen gets the stage alone.
 *
 * @example <OverLanes {...stage} shares={[3, 2]}>{(part) => <Queue {...part} of="buns" />}</OverLanes>
 */
export function OverLanes({ shares: [above, below] = [1, 1], children, ...stage }: OverLanesProps) {
  return (
    <StageStack
      {...stage}
      parts={[
        { share: above, draw: (box) => children({ ...stage, ...box }) },
        { share: below, draw: (box) => <Lanes {...stage} {...box} /> },
      ]}
    />
  );
}

import type { Kind, Trace } from '@lockstep/trace';
import type { ReactNode } from 'react';
import { Outcomes } from './outcomes/outcomes.tsx';
import { Search } from './search/search.tsx';
import { StageFrame } from './stage-frame.tsx';
import type { StageProps } from './stage-props.ts';
import { StageStack } from './stage-stack.tsx';
import { StateSpace } from './state-space/state-space.tsx';
import type { Language, Text } from './text.ts';

/** What a stage gets, and whether it is alone on a narrow screen. */
export interface FigureProps extends StageProps {
  readonly compact: boolean;
}

interface ThreadFigureProps extends Omit<FigureProps, 'name' | 'width' | 'height'> {
  readonly lab: { actorName(actor: string): Text };
  readonly language: Language;
  /** Runs a schedule on real threads. */
  readonly onReplay?: ((schedule: readonly number[]) => void) | undefined;
  /** Draws a run whose operations were recorded, free or stepped. */
  readonly children: (stage: FigureProps) => ReactNode;
}

/**
 * What every lab about threads shows: the outcomes of many runs, a search with its states, or the lab's own figure.
 *
 * @example <ThreadFigure {...view}>{(stage) => <Lanes {...stage} />}</ThreadFigure>
 */
export function ThreadFigure({ lab, onReplay, children, ...view }: ThreadFigureProps) {
  const name = (actor: string) => lab.actorName(actor)[view.language];
  return (
    <StageFrame>
      {(box) => {
        const stage = { ...view, ...box, name };
        switch (view.trace.header.mode) {
          case 'batch':
            return <Outcomes {...stage} />;
          case 'search':
            return has(view.trace, 'state.found') ? (
              <StageStack
                {...stage}
                parts={[
                  { share: 3, draw: (part) => <StateSpace {...stage} {...part} onGo={onReplay} /> },
                  { share: 2, draw: (part) => <Search {...stage} {...part} /> },
                ]}
              />
            ) : (
              <Search {...stage} />
            );
          case 'free':
          case 'stepped':
            return children(stage);
        }
      }}
    </StageFrame>
  );
}

function has(trace: Trace, kind: Kind): boolean {
  return trace.columns.shapes.all.some((shape) => shape.kind === kind);
}

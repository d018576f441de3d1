import type { ReactNode } from 'react';
import { Outcomes } from './outcomes/outcomes.tsx';
import { StageFrame } from './stage-frame.tsx';
import { type StageTab, StageTabs } from './stage-tabs.tsx';
import type { Text } from './text.ts';
import type { FigureProps } from './thread-figure.tsx';

export interface NetworkFigureProps extends FigureProps {
  /** TCP's numbers counted from each side's initial one. */
  readonly relative: boolean;
}

interface NetworkFigureOptions extends Omit<NetworkFigureProps, 'name' | 'width' | 'height'> {
  readonly lab: { actorName(actor: string): Text };
  /** The stages of a run whose events were recorded, the most telling first. */
  readonly children: (stage: NetworkFigureProps) => readonly StageTab[] | ReactNode;
}

/**
 * What every lab about the network shows: the outcomes of many runs, or the lab's own stages.
 *
 * @example <NetworkFigure {...view}>{(stage) => <Sequence {...stage} />}</NetworkFigure>
 */
export function NetworkFigure({ lab, children, ...view }: NetworkFigureOptions) {
  const name = (actor: string) => lab.actorName(actor)[view.language];
  return (
    <StageFrame>
      {(box) => {
        const stage = { ...view, ...box, name };
        if (view.trace.header.mode === 'batch') return <Outcomes {...stage} />;
        const drawn = children(stage);
        return isTabs(drawn) ? <StageTabs {...stage} tabs={drawn} /> : drawn;
      }}
    </StageFrame>
  );
}

function isTabs(drawn: readonly StageTab[] | ReactNode): drawn is readonly StageTab[] {
  return Array.isArray(drawn);
}

import type { ViewProps } from '@lockstep/lab';
import { Lanes, Outcomes, Search, StageFrame } from '@lockstep/stage';

export default function View({ lab, ...view }: ViewProps) {
  const name = (actor: string) => lab.actorName(actor)[view.language];
  switch (view.trace.header.mode) {
    case 'batch':
      return <StageFrame>{(box) => <Outcomes {...view} {...box} />}</StageFrame>;
    case 'search':
      return <StageFrame>{(box) => <Search {...view} {...box} />}</StageFrame>;
    case 'free':
    case 'stepped':
      return <StageFrame>{(box) => <Lanes {...view} {...box} name={name} />}</StageFrame>;
  }
}

import type { ViewProps } from '@lockstep/lab';
import { Sequence, StageFrame } from '@lockstep/stage';

/** The stages of a capture. */
export function CaptureView({ lab, ...view }: ViewProps) {
  const name = (actor: string) => lab.actorName(actor)[view.language];
  return <StageFrame>{(box) => <Sequence {...view} {...box} name={name} />}</StageFrame>;
}

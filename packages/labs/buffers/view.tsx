import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, Sequence, Stream } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        { id: 'stream', title: { en: 'stream', zh: '字节流' }, draw: (box) => <Stream {...stage} {...box} /> },
        { id: 'sequence', title: { en: 'sequence', zh: '时序' }, draw: (box) => <Sequence {...stage} {...box} /> },
      ]}
    </NetworkFigure>
  );
}

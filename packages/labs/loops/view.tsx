import type { ViewProps } from '@lockstep/lab';
import { Listener, NetworkFigure, Sequence } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        { id: 'listener', title: { en: 'at the door', zh: '门口' }, draw: (box) => <Listener {...stage} {...box} /> },
        { id: 'sequence', title: { en: 'sequence', zh: '时序' }, draw: (box) => <Sequence {...stage} {...box} /> },
      ]}
    </NetworkFigure>
  );
}

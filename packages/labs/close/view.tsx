import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, Sequence, TcpStates } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        { id: 'sequence', title: { en: 'sequence', zh: '时序' }, draw: (box) => <Sequence {...stage} {...box} /> },
        { id: 'states', title: { en: 'states', zh: '状态' }, draw: (box) => <TcpStates {...stage} {...box} /> },
      ]}
    </NetworkFigure>
  );
}

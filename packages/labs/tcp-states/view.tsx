import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, SocketTable, sequenceTab, statesTab } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        statesTab(stage),
        sequenceTab(stage),
        {
          id: 'sockets',
          title: { en: 'socket table', zh: '套接字表' },
          draw: (box) => <SocketTable {...stage} {...box} />,
        },
      ]}
    </NetworkFigure>
  );
}

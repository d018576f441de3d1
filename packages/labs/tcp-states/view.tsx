import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, Sequence, SocketTable, TcpStates } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        { id: 'states', title: { en: 'states', zh: '状态' }, draw: (box) => <TcpStates {...stage} {...box} /> },
        { id: 'sequence', title: { en: 'sequence', zh: '时序' }, draw: (box) => <Sequence {...stage} {...box} /> },
        {
          id: 'sockets',
          title: { en: 'socket table', zh: '套接字表' },
          draw: (box) => <SocketTable {...stage} {...box} />,
        },
      ]}
    </NetworkFigure>
  );
}

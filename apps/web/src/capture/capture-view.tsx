import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, Sequence, Stream, TcpStates } from '@lockstep/stage';

/** The stages of a capture. */
export function CaptureView(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        {
          id: 'sequence',
          title: { en: 'Sequence', zh: '时序' },
          draw: (box) => <Sequence {...stage} {...box} />,
        },
        { id: 'stream', title: { en: 'Stream', zh: '字节流' }, draw: (box) => <Stream {...stage} {...box} /> },
        { id: 'states', title: { en: 'TCP states', zh: 'TCP 状态' }, draw: (box) => <TcpStates {...stage} {...box} /> },
      ]}
    </NetworkFigure>
  );
}

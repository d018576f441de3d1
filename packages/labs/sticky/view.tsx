import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, Sequence, Stream } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        {
          id: 'stream',
          title: { en: 'bytes', zh: '字节' },
          draw: (box) => <Stream {...stage} {...box} direction="server" />,
        },
        {
          id: 'sequence',
          title: { en: 'segments', zh: '报文段' },
          draw: (box) => <Sequence {...stage} {...box} />,
        },
      ]}
    </NetworkFigure>
  );
}

import type { ViewProps } from '@lockstep/lab';
import { Bytes, NetworkFigure, sequenceTab } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [
        sequenceTab(stage),
        {
          id: 'bytes',
          title: { en: 'bytes', zh: '字节' },
          draw: ({ height }) => (
            <div style={{ height, overflow: 'auto', padding: '8px 16px 0', boxSizing: 'border-box' }}>
              <Bytes {...stage} />
            </div>
          ),
        },
      ]}
    </NetworkFigure>
  );
}

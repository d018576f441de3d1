import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, Sequence, type StageTab, Stream } from '@lockstep/stage';
import { seamOf } from './readings.ts';

/** As many bytes as have room for a letter each, on a screen and on a phone. */
const LETTERS = 66;
const FEW_LETTERS = 36;
const NARROW_PX = 520;

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage): readonly StageTab[] => [
        {
          id: 'stream',
          title: { en: 'all bytes', zh: '所有字节' },
          draw: (box) => <Stream {...stage} {...box} direction="server" />,
        },
        {
          id: 'seam',
          title: { en: 'where two meet', zh: '接缝处' },
          draw: (box) => {
            const letters = box.width < NARROW_PX ? FEW_LETTERS : LETTERS;
            return <Stream {...stage} {...box} direction="server" part={seamOf(view.trace, letters)} />;
          },
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

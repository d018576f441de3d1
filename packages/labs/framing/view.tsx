import type { Language, ViewProps } from '@lockstep/lab';
import { type Decode, NetworkFigure, Sequence, type StageTab, Stream } from '@lockstep/stage';
import { decodeAnew } from './decode-anew.ts';
import { FRAMINGS, type Framing } from './framers.ts';
import { FRAMING_NAMES } from './framing-names.ts';
import { settingOf } from './setting.ts';

/** The framer that ran first, then what each of the others makes of the same recorded bytes. */
export default function View(view: ViewProps) {
  const { decoder } = settingOf(view.trace.header.knobs);
  const others = FRAMINGS.filter((framing) => framing !== decoder);
  const ran = FRAMING_NAMES[decoder];
  return (
    <NetworkFigure {...view}>
      {(stage): readonly StageTab[] => [
        {
          id: decoder,
          title: { en: `${ran.en} (this run)`, zh: `${ran.zh}（本次）` },
          draw: (box) => <Stream {...stage} {...box} direction="server" />,
        },
        ...others.map((framing) => ({
          id: framing,
          title: FRAMING_NAMES[framing],
          draw: (box: { readonly width: number; readonly height: number }) => (
            <Stream {...stage} {...box} direction="server" decode={DECODERS[view.language][framing]} />
          ),
        })),
        {
          id: 'sequence',
          title: { en: 'segments', zh: '报文段' },
          draw: (box) => <Sequence {...stage} {...box} />,
        },
      ]}
    </NetworkFigure>
  );
}

const DECODERS: Readonly<Record<Language, Readonly<Record<Framing, Decode>>>> = {
  en: decodersIn('en'),
  zh: decodersIn('zh'),
};

function decodersIn(language: Language): Readonly<Record<Framing, Decode>> {
  return Object.fromEntries(FRAMINGS.map((framing) => [framing, decodeAnew(framing, language)])) as Record<
    Framing,
    Decode
  >;
}

import type { Language } from '@lockstep/lab';
import { sentenceOf } from '@lockstep/lab';
import { SOURCES } from '@lockstep/trace';
import type { PlayerState } from '../player/player-state.ts';
import { realityLine } from '../player/reality.ts';
import { playerWords } from '../words/player-words.ts';
import { realityWords } from '../words/reality-words.ts';
import { saveWords } from '../words/save-words.ts';
import { pictureOf } from './picture/picture-of.ts';

/** The stage at this very step, as an SVG with its caption. Undefined: nothing is drawn. */
export function stillOf(state: PlayerState, language: Language): ReturnType<typeof pictureOf> | undefined {
  const stage = document.querySelector('#stage .stage-box');
  const { lab, trace, cursor, length, origin, sources } = state;
  if (!stage || !trace) return undefined;
  const seen = new Set(trace.columns.shapes.all.map(({ source }) => source)).add('derived');
  const { label, text } = realityLine(trace.header, origin, realityWords[language]);
  const sentence =
    cursor === 0 ? playerWords[language].beforeFirst : sentenceOf(trace.event(cursor - 1), { lab, trace, language });
  return pictureOf(stage, {
    sentence,
    place: saveWords[language].picturePlace(lab.title[language], cursor, length),
    reality: `${label} ${text}`,
    sources: SOURCES.filter((source) => seen.has(source) && sources.has(source)).map((name) => ({
      name,
      isModel: name === 'model',
      isDerived: name === 'derived',
    })),
  });
}

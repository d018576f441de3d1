import { sentenceOf } from '@lockstep/lab';
import type { Source } from '@lockstep/trace';
import { useMemo } from 'react';
import { usePlayer } from '../player/bench.ts';
import { openPrediction } from '../player/player-state.ts';
import { useSettings } from '../settings/settings.ts';
import { playerWords } from '../words/player-words.ts';

/** The one sentence of the present step, and who told it. */
export function useSentence(): { readonly text: string; readonly source: Source | undefined } {
  const language = useSettings((settings) => settings.language);
  const { lab, trace, cursor, isAsked } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    cursor: state.cursor,
    isAsked: openPrediction(state) !== undefined,
  }));
  return useMemo(() => {
    if (!trace || cursor === 0 || isAsked) return { text: playerWords[language].beforeFirst, source: undefined };
    const event = trace.event(cursor - 1);
    return { text: sentenceOf(event, { lab, trace, language }), source: event.source };
  }, [lab, trace, cursor, language, isAsked]);
}

import type { Trace } from '@lockstep/trace';
import { useMemo, useSyncExternalStore } from 'react';
import { PASSAGES, type Passage, type PassageSizes, passageAt } from './passage.ts';
import { type Score, scoreOf } from './score.ts';
import { surveyOf } from './survey.ts';

interface Scores {
  /** The part of the run that is laid out. */
  readonly passage: Passage;
  /** What is in it. */
  readonly here: Score;
  /** What holds for all of the run; of a long one, as far as it has been read. */
  readonly whole: Score;
}

/** The score around the cursor. A run that is not too long is read as a whole, a longer one a passage at a time. */
export function useScore(
  trace: Trace,
  length: number,
  cursor: number,
  room: number,
  sizes: PassageSizes = PASSAGES,
): Scores {
  const { from, to } = passageAt(length, cursor, room, sizes);
  const isLong = length > sizes.whole;
  const survey = isLong ? surveyOf(trace, sizes) : undefined;
  const news = useSyncExternalStore(survey?.subscribe ?? nothing, () => survey?.news ?? 0);
  return useMemo(() => {
    // What was read on meanwhile is in the survey: its news are the reason to look again.
    void news;
    const passage = { from, to };
    if (survey) {
      const here = survey.between(from, to);
      return { passage, here, whole: survey.whole };
    }
    const score = scoreOf(trace, length);
    return { passage, here: score, whole: score };
  }, [trace, length, survey, from, to, news]);
}

const nothing = () => () => undefined;

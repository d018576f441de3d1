import type { Lab, Language } from '@lockstep/lab';
import { useMemo } from 'react';
import { useMoments } from '../player/found-moments.ts';
import { type ScrubberLayout, withoutCollisions } from './scrubber-layout.ts';

interface MomentMarksProps {
  readonly lab: Lab;
  readonly layout: ScrubberLayout;
  readonly language: Language;
  readonly cursor: number;
  /** Moments after this cursor are not told yet. */
  readonly until: number;
  readonly onSeek: (cursor: number) => void;
}

/** The named places of this run under the scrubber; a click goes there. */
export function MomentMarks({ lab, layout, language, cursor, until, onSeek }: MomentMarksProps) {
  const moments = useMoments();
  const found = useMemo(
    () =>
      lab.moments
        .flatMap((moment) => {
          const seq = moments?.get(moment.id);
          return seq === undefined ? [] : [{ moment, seq }];
        })
        .sort((a, b) => a.seq - b.seq),
    [lab, moments],
  );
  const marks = withoutCollisions(
    found
      .filter(({ seq }) => seq < until)
      .map(({ moment, seq }) => ({
        id: moment.id,
        seq,
        text: moment.label[language],
        x: layout.x(seq) + Math.min(layout.unit, 62) / 2 - 5,
      })),
    layout.right + 12,
  );
  return marks.map(({ id, seq, text, x, isNamed }) => (
    <button
      key={id}
      type="button"
      className="moment"
      data-now={seq + 1 === cursor}
      aria-label={text}
      title={text}
      style={{ left: x }}
      onClick={() => onSeek(seq + 1)}
    >
      <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
        <path d="M4.5 0L9 4.5L4.5 9L0 4.5z" />
      </svg>
      {isNamed ? text : undefined}
    </button>
  ));
}

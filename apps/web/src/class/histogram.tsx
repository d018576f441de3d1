import './histogram.css';

export interface HistogramBar {
  readonly id: string;
  readonly label: string;
  /** By round, the newest last; nearly always one. */
  readonly counts: readonly number[];
  /** What it is, where it is the one that counts: "happened". Such a bar is solid, all others are hollow. */
  readonly tag?: string | undefined;
  /** A word of less weight: "your answer". */
  readonly note?: string | undefined;
  /** Shows what the bar stands for. */
  readonly onPick?: (() => void) | undefined;
}

interface HistogramProps {
  readonly label: string;
  readonly bars: readonly HistogramBar[];
  /** How a round is called where there are several, from 0. */
  readonly roundName?: (round: number) => string;
}

/** How many chose what, or how many runs came out how: a bar each, with its words and its number. */
export function Histogram({ label, bars, roundName }: HistogramProps) {
  const most = Math.max(1, ...bars.flatMap(({ counts }) => counts));
  return (
    <ul className="histogram" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id} data-solid={bar.tag !== undefined}>
          <div className="histogram-line">
            {bar.onPick ? (
              <button type="button" className="step-link" onClick={bar.onPick}>
                {bar.label}
              </button>
            ) : (
              <span>{bar.label}</span>
            )}
            {bar.tag === undefined ? undefined : <b className="histogram-tag">{bar.tag}</b>}
            {bar.note === undefined ? undefined : <span className="histogram-note">{bar.note}</span>}
            {bar.counts.length === 1 ? <b className="histogram-count">{bar.counts[0]}</b> : undefined}
          </div>
          {bar.counts.map((count, round) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place
            <div key={round} className="histogram-bar" data-past={round < bar.counts.length - 1}>
              {bar.counts.length > 1 ? <span className="histogram-round">{roundName?.(round)}</span> : undefined}
              <svg aria-hidden="true" width="100%" height="100%">
                <line y2="100%" />
                <rect width={`${(100 * count) / most}%`} height="100%" />
              </svg>
              {bar.counts.length > 1 ? <b className="histogram-count">{count}</b> : undefined}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

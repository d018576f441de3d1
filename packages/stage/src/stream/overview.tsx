import { type Span, streamEnd } from '@lockstep/trace';
import type { InFigure } from './figure.ts';
import { ownedRuns } from './owned.ts';
import { writeClass } from './write-look.tsx';

const HEIGHT = 10;

/** The whole stream as a strip, and where in it the window lies. */
export function Overview({ figure }: InFigure) {
  const { plan, whole, stream, writes, window, moved, words } = figure;
  const total = Math.max(1, streamEnd(whole));
  const x = (position: number) => plan.left + (plan.cellsWidth * position) / total;
  const y = plan.overviewY;
  const frame = { x: x(window.from), width: Math.max(3, x(window.to) - x(window.from)) };
  return (
    <g role="img" aria-label={words.overview(window.from, window.to, total)}>
      <rect x={plan.left} y={y} width={plan.cellsWidth} height={HEIGHT} className="ls-stream-strip" />
      {thinned(figure, { from: 0, to: streamEnd(stream) }).map(({ from, to, write }) => (
        <rect
          key={from}
          x={x(from)}
          y={y + 2}
          width={Math.max(0.5, x(to) - x(from))}
          height={HEIGHT - 4}
          className={`ls-stream-part ${writeClass(write)}`}
          data-read={to <= stream.read || undefined}
        />
      ))}
      {moved.slice(0, 1).map((span) => (
        <rect
          key={span.from}
          x={x(span.from)}
          y={y - 4}
          width={Math.max(2, x(span.to) - x(span.from))}
          height={3}
          className="ls-now-fill"
        />
      ))}
      <rect x={frame.x} y={y - 0.5} width={frame.width} height={HEIGHT + 1} className="ls-stream-window" />
      <text x={plan.left} y={y + HEIGHT + 14} className="ls-note ls-small">
        0
      </text>
      <text x={plan.left + plan.cellsWidth} y={y + HEIGHT + 14} textAnchor="end" className="ls-note ls-small">
        {words.of(total)}
      </text>
      <text
        x={Math.max(plan.left + 40, Math.min(frame.x + frame.width / 2, plan.left + plan.cellsWidth - 136))}
        y={y + HEIGHT + 14}
        textAnchor="middle"
        className="ls-note ls-small"
      >
        {`${window.from} … ${window.to}`}
      </text>
    </g>
  );

  /** At most one part a pixel, and a cut where the reading program has come to. */
  function thinned({ stream: { read } }: InFigure['figure'], span: Span) {
    const least = total / plan.cellsWidth;
    const runs = ownedRuns(writes, span).flatMap((run) =>
      run.from < read && read < run.to
        ? [
            { ...run, to: read },
            { ...run, from: read },
          ]
        : [run],
    );
    let end = 0;
    return runs.filter(({ to }) => {
      if (to - end < least) return false;
      end = to;
      return true;
    });
  }
}

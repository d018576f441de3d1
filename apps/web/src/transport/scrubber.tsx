import { type PointerEvent, useCallback, useMemo, useRef } from 'react';
import { useWidth } from '../frame/use-width.ts';
import { inNextFrame } from '../frames/in-next-frame.ts';
import { useBench, usePlayer } from '../player/bench.ts';
import { rangeBetween } from '../player/play-range.ts';
import { openPrediction, showsFuture } from '../player/player-state.ts';
import { transportWords } from '../words/transport-words.ts';
import { useWords } from '../words/use-words.ts';
import { MomentMarks } from './moment-marks.tsx';
import { rowName } from './row-name.ts';
import { scrubberLayout } from './scrubber-layout.ts';
import { ScrubberMarks } from './scrubber-marks.tsx';
import { ScrubberPixels } from './scrubber-pixels.tsx';
import { SpacingToggle } from './spacing-toggle.tsx';
import { StripMarks, StripRange } from './strip-marks.tsx';
import { useSentence } from './use-sentence.ts';

/** From here on pixels are written instead of marks. */
const MOST_MARKS = 300;
const INITIAL_WIDTH = 900;
const TOP = 15;
/** What all rows together may take; thinner rows than the type is high are named only while they act. */
const ROWS_HEIGHT = 58;
const LEAST_NAMED = 9;

/** The whole run on one line, a row for each actor; draggable, and a slider for the keys. */
export function Scrubber({ isCompact }: { readonly isCompact: boolean }) {
  const words = useWords(transportWords);
  const { player } = useBench();
  const sentence = useSentence();
  const [box, width] = useWidth<HTMLDivElement>(INITIAL_WIDTH);
  const { lab, trace, length, cursor, spacing, showFuture, isAsked } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    cursor: state.cursor,
    spacing: state.spacing,
    showFuture: showsFuture(state),
    isAsked: openPrediction(state) !== undefined,
  }));
  const language = useWords({ en: 'en', zh: 'zh' } as const);
  const layout = useMemo(() => {
    if (!trace) return undefined;
    const rows = trace.header.actors.length;
    return scrubberLayout(trace, spacing, {
      width: width - 8,
      labels: isCompact ? 2 : 96,
      rowHeight: Math.min(isCompact ? 8 : 14, (isCompact ? 48 : ROWS_HEIGHT) / rows),
      top: isCompact ? 3 : TOP,
      count: length,
    });
  }, [trace, length, spacing, width, isCompact]);

  /** With shift a hand draws a range, from here. */
  const drawnFrom = useRef<number>(undefined);
  // A pointer moves more often than a frame is drawn: the last place of each frame counts.
  const held = useRef<DOMRect>(undefined);
  const pointedAt = useRef<number>(undefined);
  const goThere = useCallback(() => {
    const cursor = pointedAt.current;
    pointedAt.current = undefined;
    if (cursor === undefined) return;
    if (drawnFrom.current === undefined) player.seek(cursor);
    else player.move(rangeBetween(drawnFrom.current, cursor));
  }, [player]);

  function scrub(event: PointerEvent<HTMLDivElement>): void {
    if (!layout || event.buttons !== 1) return;
    // Measured once a press: to measure after each move would lay out the page twice a frame.
    if (event.type === 'pointerdown' || !held.current) held.current = event.currentTarget.getBoundingClientRect();
    const { left, width: shown } = held.current;
    // The projector magnifies: a pixel on screen is then less than one of the drawing.
    const cursor = layout.cursorAt(((event.clientX - left) * width) / shown);
    if (event.type === 'pointerdown') drawnFrom.current = event.shiftKey ? cursor : undefined;
    pointedAt.current = cursor;
    inNextFrame(goThere);
  }

  const present = trace && cursor > 0 ? trace.actorAt(cursor - 1) : undefined;
  const valueText = isAsked ? words.answerFirst : words.valueText(cursor, length, sentence.text);
  return (
    <div className="scrubber" ref={box}>
      <div
        className="scrubber-slider"
        role="slider"
        tabIndex={0}
        aria-label={words.scrubber}
        aria-valuemin={0}
        aria-valuemax={length}
        aria-valuenow={cursor}
        aria-valuetext={valueText}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={scrub}
      >
        {layout && trace ? (
          <svg width={width} height={layout.bottom + 4} aria-hidden="true">
            {layout.rows.map((actor) => {
              const y = layout.rowY.get(actor.id) as number;
              return (
                <g key={actor.id}>
                  {isCompact || (layout.rowHeight < LEAST_NAMED && actor.id !== present) ? undefined : (
                    <text className="row-name" x={layout.left - 12} y={y + 4}>
                      {rowName(actor, lab, language)}
                    </text>
                  )}
                  {isCompact ? undefined : (
                    <path className="row-line" d={`M${layout.left} ${y + 0.5}H${layout.right}`} />
                  )}
                </g>
              );
            })}
            {isAsked ? undefined : <StripRange layout={layout} />}
            {isAsked ? undefined : length <= MOST_MARKS ? (
              <ScrubberMarks trace={trace} layout={layout} cursor={cursor} showFuture={showFuture} length={length} />
            ) : (
              <ScrubberPixels trace={trace} layout={layout} cursor={cursor} showFuture={showFuture} length={length} />
            )}
            {isAsked ? undefined : <StripMarks layout={layout} />}
          </svg>
        ) : undefined}
      </div>
      {layout && trace && !isCompact ? (
        <div className="moment-row">
          <SpacingToggle />
          {isAsked ? undefined : (
            <MomentMarks
              lab={lab}
              layout={layout}
              language={language}
              cursor={cursor}
              until={showFuture ? length : cursor}
              onSeek={player.seek}
            />
          )}
        </div>
      ) : undefined}
    </div>
  );
}

// The sequence diagram. What is placed where is decided in layout.ts; here the placed things are drawn, as far as the
// cursor has come: past solid, present heavy, future faint.
import { clampCursor, foldOf, hostOf, type Trace } from '@lockstep/trace';
import { useId, useMemo } from 'react';
import { Hatch } from '../marks/hatch.tsx';
import { BUFFERS_HEIGHT, Buffers, GAUGE_HEIGHT, hasFlight } from './buffers.tsx';
import { kernelBuffers } from './buffers-at.ts';
import { Chips, chipsHeight } from './chips.tsx';
import { drawingOf } from './drawing.ts';
import { Figure } from './figure.tsx';
import { geometryOf } from './geometry.ts';
import { Heading } from './heading.tsx';
import { More } from './more.tsx';
import { pairOf } from './pair.ts';
import { readingOf } from './reading.ts';
import type { SequenceProps } from './sequence-props.ts';
import { viewOf } from './view.ts';
import { sequenceWords } from './words.ts';

/** Two hosts, their programs and kernels, and what crossed the cable between them. */
export function Sequence(props: SequenceProps) {
  const { trace, length, width, height, language, spacing, sources } = props;
  const id = useId();
  const kernel = sources.has('kernel');
  const derived = sources.has('derived');
  const [left, right] = pairOf(trace, length, props.selection.actor, props.hosts);
  const reading = useMemo(
    () => readingOf(trace, length, { spacing, kernel, segments: derived, pair: [left, right] }),
    [trace, length, spacing, kernel, derived, left, right],
  );
  const geometry = useMemo(() => geometryOf(trace, width, [left, right]), [trace, width, left, right]);
  const { relative = true } = props;
  const drawing = useMemo(
    () => drawingOf({ reading, geometry, relative, language }),
    [reading, geometry, relative, language],
  );
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const choice = { ...props, pair: [left, right] as const };
  const top = props.hosts ? 0 : chipsHeight(choice);
  const withBuffers = !geometry.compact && height >= 360 && kernel && hasBuffers(trace, length);
  const buffersHeight = withBuffers ? BUFFERS_HEIGHT + (hasFlight(trace, length) ? GAUGE_HEIGHT : 0) : 0;
  const bodyHeight = height - top - geometry.headHeight - buffersHeight;
  const view = viewOf(reading, cursor, bodyHeight, props.showFuture);
  const words = sequenceWords[language];
  return (
    <svg
      className="ls-stage ls-sequence"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={words.figure(cursor)}
    >
      <defs>
        <Hatch id={`${id}hatch`} />
        <clipPath id={`${id}body`}>
          <rect x={0} y={0} width={width} height={bodyHeight} />
        </clipPath>
      </defs>
      {top > 0 && <Chips {...choice} present={hostOfStep(trace, cursor, right)} />}
      <g transform={`translate(0 ${top})`}>
        <Heading geometry={geometry} language={language} />
      </g>
      <g transform={`translate(0 ${top + geometry.headHeight})`}>
        <g clipPath={`url(#${id}body)`}>
          <g className="ls-scroll" style={{ transform: `translateY(${-view.offset}px)` }}>
            <Figure
              {...props}
              cursor={cursor}
              reading={reading}
              geometry={geometry}
              drawing={drawing}
              view={view}
              hatch={`${id}hatch`}
            />
          </g>
          <More
            geometry={geometry}
            view={view}
            bodyHeight={bodyHeight}
            length={length}
            showFuture={props.showFuture}
            language={language}
            rows={reading.layout.rows}
          />
        </g>
      </g>
      {withBuffers && (
        <g transform={`translate(0 ${height - buffersHeight})`}>
          <rect x={0} y={0} width={width} height={buffersHeight} className="ls-paper" />
          <Buffers trace={trace} reading={reading} geometry={geometry} cursor={cursor} language={language} />
        </g>
      )}
    </svg>
  );
}

function hasBuffers(trace: Trace, length: number): boolean {
  return foldOf(kernelBuffers, trace).at(length).size > 0;
}

/** The host other than the server that the present step is about. */
function hostOfStep(trace: Trace, cursor: number, server: string): string | undefined {
  if (cursor === 0) return undefined;
  const event = trace.event(cursor - 1);
  const ends = 'from' in event && 'to' in event ? [event.from, event.to] : [hostOf(event.actor)];
  return ends.map(String).find((host) => host !== server);
}

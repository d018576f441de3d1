// The sequence diagram. What is placed where is decided in layout.ts; here the placed things are drawn, as far as the
// cursor has come: past solid, present heavy, future faint.
import { clampCursor, foldOf, type Trace } from '@lockstep/trace';
import { useId, useMemo } from 'react';
import { Hatch } from '../marks/hatch.tsx';
import { BUFFERS_HEIGHT, Buffers } from './buffers.tsx';
import { kernelBuffers } from './buffers-at.ts';
import { Figure } from './figure.tsx';
import { geometryOf } from './geometry.ts';
import { Heading } from './heading.tsx';
import { More } from './more.tsx';
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
  const reading = useMemo(
    () => readingOf(trace, length, spacing, kernel, derived),
    [trace, length, spacing, kernel, derived],
  );
  const geometry = useMemo(() => geometryOf(trace, width), [trace, width]);
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const withBuffers = !geometry.compact && height >= 360 && kernel && hasBuffers(trace, length);
  const bodyHeight = height - geometry.headHeight - (withBuffers ? BUFFERS_HEIGHT : 0);
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
      <Heading geometry={geometry} language={language} />
      <g transform={`translate(0 ${geometry.headHeight})`}>
        <g clipPath={`url(#${id}body)`}>
          <g className="ls-scroll" style={{ transform: `translateY(${-view.offset}px)` }}>
            <Figure {...props} cursor={cursor} reading={reading} geometry={geometry} view={view} hatch={`${id}hatch`} />
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
        <g transform={`translate(0 ${height - BUFFERS_HEIGHT})`}>
          <rect x={0} y={0} width={width} height={BUFFERS_HEIGHT} className="ls-paper" />
          <Buffers
            trace={trace}
            crossings={reading.crossings}
            geometry={geometry}
            cursor={cursor}
            language={language}
          />
        </g>
      )}
    </svg>
  );
}

function hasBuffers(trace: Trace, length: number): boolean {
  return foldOf(kernelBuffers, trace).at(length).size > 0;
}

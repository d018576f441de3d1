import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import type { Collections } from './object-graph.ts';
import { objectWords } from './words.ts';

interface GenerationsProps {
  readonly collections: Collections;
  readonly cursor: number;
  readonly top: number;
  readonly width: number;
  readonly isNarrow: boolean;
  readonly language: Language;
  readonly name: (actor: string) => string;
}

/** How often the collector has looked at each generation, and where it ran last. */
export function Generations({ collections, cursor, top, width, isNarrow, language, name }: GenerationsProps) {
  const words = objectWords[language];
  const { ofGeneration, last } = collections;
  const isNow = last !== undefined && last.seq === cursor - 1;
  const left = isNarrow ? 10 : 24;
  const head = isNarrow ? 0 : sansWidth(words.collector, 13) + 24;
  const cell = Math.min(150, (width - 2 * left - head) / ofGeneration.length);
  return (
    <g className="ls-generations">
      <line x1={left} x2={width - left} y1={top + 0.5} y2={top + 0.5} className="ls-line ls-hair" />
      {!isNarrow && (
        <text x={left} y={top + 22} className="ls-strong">
          {words.collector}
        </text>
      )}
      {ofGeneration.map((runs, generation) => {
        const x = left + head + generation * cell;
        return (
          // A generation is its number.
          // oxlint-disable-next-line react/no-array-index-key
          <g
            key={generation}
            data-now={(isNow && last.generation === generation) || undefined}
            data-idle={runs === 0 || undefined}
          >
            <text x={x} y={top + 22} className="ls-note ls-generation">
              {words.generation(generation)} <tspan className="ls-generation-runs">{words.runs(runs)}</tspan>
            </text>
          </g>
        );
      })}
      <text x={left} y={top + 44} className="ls-note ls-small">
        {last ? words.last(name(last.actor), last.collected, last.seq + 1) : words.never}
      </text>
    </g>
  );
}

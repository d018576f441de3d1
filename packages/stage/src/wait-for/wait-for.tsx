// The wait-for graph grows with the run: at each cursor only what then holds, at places that never change. What it
// means stands beside it in words, so that nobody has to read it off arrows.
import { clampCursor, foldOf, type WaitForEdge, waitForGraph } from '@lockstep/trace';
import { useMemo, useState } from 'react';
import { SourceBadge } from '../source-badge.tsx';
import type { StageProps } from '../stage-props.ts';
import { Conditions } from './conditions.tsx';
import { edgeKey } from './edge-line.ts';
import { defaultFix, type EdgeFix } from './fixes.ts';
import { GraphFigure } from './graph-figure.tsx';
import { Removal } from './removal.tsx';
import { type Seats, seatPlanOf, seatsOf } from './seats.ts';
import { SignsLegend } from './signs-legend.tsx';
import { statementOf } from './statement.ts';
import { waitForWords } from './words.ts';

export interface WaitForProps extends StageProps {
  /**
   * Who sits around the table, known before anything happens: with it a live run never moves a place. With as many
   * locks as threads, `locks[i]` lies between `threads[i]` and the next one. Default: whoever the trace tells of.
   */
  readonly seats?: Seats | undefined;
  /** What taking this edge out of a cycle stands for; default: what textbooks say. */
  readonly fixOf?: ((edge: WaitForEdge) => EdgeFix | undefined) | undefined;
  /** Runs again without this edge. Given: the learner can ask for it. */
  readonly onRemoveEdge?: ((edge: WaitForEdge) => void) | undefined;
}

const PANEL = 336;
const NARROW_BELOW = 640;

/** Threads, locks, who holds and who waits; the cycle, the four conditions, and which edge to remove. */
export function WaitFor(props: WaitForProps) {
  const { trace, length, language, name, width, height, sources, onSeek } = props;
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const found = useMemo(() => seatsOf(trace, length), [trace, length]);
  const [pickedKey, setPickedKey] = useState<string>();
  const graph = foldOf(waitForGraph, trace).at(cursor);
  const words = waitForWords[language];
  const { headline, sentence } = statementOf(graph, language, name);
  const isNarrow = width < NARROW_BELOW;
  const isTold = sources.has('derived');
  const graphHeight = !isNarrow ? height : isTold ? Math.round(Math.max(168, Math.min(300, height * 0.48))) : height;
  const graphWidth = isNarrow || !isTold ? width : width - PANEL;
  const plan = seatPlanOf(props.seats ?? found, { width: graphWidth, height: graphHeight }, name);
  const picked = isTold ? pickedOf() : undefined;

  function pickedOf() {
    for (const cycle of graph.cycles) {
      const edge = cycle.edges.find((one) => edgeKey(one) === pickedKey);
      if (!edge) continue;
      const own = props.fixOf?.(edge);
      const fix = own
        ? { title: own.title[language], follows: own.follows[language] }
        : defaultFix(edge, cycle, language, name);
      return { edge, fix };
    }
    return undefined;
  }

  return (
    <figure
      className="ls-waitfor"
      data-narrow={isNarrow || undefined}
      style={{ width, height }}
      aria-label={`${words.figure(cursor)}: ${headline} ${sentence}`.trim()}
    >
      <GraphFigure
        trace={trace}
        graph={graph}
        cursor={cursor}
        plan={plan}
        width={graphWidth}
        height={graphHeight}
        language={language}
        name={name}
        sources={sources}
        picked={picked && pickedKey}
        onPick={(key) => setPickedKey(key === pickedKey ? undefined : key)}
      />
      {isTold && (
        <div className="ls-waitfor-told" style={isNarrow ? { height: height - graphHeight } : { width: PANEL }}>
          <p className="ls-headline">
            {headline} <SourceBadge source="derived" language={language} />
          </p>
          {sentence !== '' && <p>{sentence}</p>}
          <SignsLegend plan={plan} language={language} />
          {graph.cycles.length > 0 && (
            <Removal
              picked={picked}
              language={language}
              name={name}
              onSeek={onSeek}
              onRemoveEdge={props.onRemoveEdge}
            />
          )}
          <Conditions conditions={graph.conditions} cursor={cursor} language={language} onSeek={onSeek} />
        </div>
      )}
    </figure>
  );
}

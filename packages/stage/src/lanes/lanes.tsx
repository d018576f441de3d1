// Threads side by side in the order in which things happened, what they share between them. The drawing is wider than
// its box in long runs: the box is a window that follows the cursor, and says what it leaves out.
import { clampCursor, threadNumber } from '@lockstep/trace';
import { useId, useMemo, useState } from 'react';
import { Hatch } from '../marks/hatch.tsx';
import type { StageProps } from '../stage-props.ts';
import { sansWidth } from '../text-width.ts';
import { columnsOf } from './columns.ts';
import { figureLabel } from './figure-label.ts';
import { floorPlanOf } from './floor-plan.ts';
import { LaneLabel } from './lane-label.tsx';
import { LaneLayer } from './lane-layer.tsx';
import type { PassageSizes } from './passage.ts';
import { More, Steps } from './time-axis.tsx';
import { TrackChoice } from './track-choice.tsx';
import { TrackLabel } from './track-label.tsx';
import { useScore } from './use-score.ts';
import { ValueLabel } from './value-track.tsx';
import { valueTracksOf } from './value-tracks.ts';
import { laneViewOf } from './view.ts';
import { laneWords } from './words.ts';

export interface LanesProps extends StageProps {
  /** How much of a long run is laid out at a time; what is seen does not depend on it. */
  readonly passages?: PassageSizes;
}

/** Height of the choice of shared objects, where not all find room. */
const CHOICE = 32;

/** A lane a thread, what they share between them: values, ribbons for locks and flags, steps for counts. */
export function Lanes(props: LanesProps) {
  const { trace, length, spacing, width, language, showFuture, name, passages } = props;
  const id = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const { passage, here, whole: run } = useScore(trace, length, cursor, width, passages);
  const { actors } = trace.header;
  const nameWidth = Math.max(0, ...actors.map((actor) => sansWidth(name(actor.id), 13.5)));
  const asked = { actors, tracks: here.tracks, width, nameWidth };
  const whole = floorPlanOf({ ...asked, height: props.height });
  const hasChoice = chosen !== undefined || whole.hidden.length > 0;
  const height = hasChoice ? props.height - CHOICE : props.height;
  const plan = hasChoice ? floorPlanOf({ ...asked, height, chosen }) : whole;
  const room = width - plan.left - 4;
  const columns = useMemo(
    () => columnsOf(trace, length, spacing, room, passage),
    [trace, length, spacing, room, passage],
  );
  const view = laneViewOf(columns, cursor, room, showFuture);
  const values = valueTracksOf(plan, here.values, run.values, cursor, showFuture);
  const words = laneWords[language];
  const mark = (actor: string) =>
    plan.lanes.find((lane) => lane.actor.id === actor)?.number ?? threadNumber(actor)?.toString(36) ?? name(actor);
  const svgHeight = Math.max(height, plan.bottom);
  const isHigher = svgHeight > height;
  return (
    <div className="ls-lanes-box" style={{ height: props.height }}>
      {/* What is higher than its box is scrolled, by keys too. */}
      <div
        className="ls-lanes-scroll"
        style={{ height }}
        {...(isHigher ? { tabIndex: 0, role: 'region', 'aria-label': words.scroll } : {})}
      >
        <svg
          className="ls-stage ls-lanes"
          width={width}
          height={svgHeight}
          viewBox={`0 0 ${width} ${svgHeight}`}
          role="img"
          aria-label={figureLabel({ plan, lanes: here.lanes, cursor, language, name, mark })}
        >
          <defs>
            <Hatch id={`${id}hatch`} />
            <clipPath id={`${id}window`}>
              <rect x={plan.left - 2} y={0} width={room + 6} height={svgHeight} />
            </clipPath>
          </defs>
          <g clipPath={`url(#${id}window)`}>
            {/* Columns of another passage are counted from another place: there is no way from one to the other. */}
            <g
              key={columns.first}
              className="ls-scroll"
              style={{ transform: `translateX(${Math.round(plan.left - view.from)}px)` }}
            >
              <LaneLayer
                {...props}
                cursor={cursor}
                plan={plan}
                columns={columns}
                view={view}
                lanes={here.lanes}
                values={values}
                mark={mark}
                hatch={`${id}hatch`}
              />
              <Steps columns={columns} cursor={cursor} plan={plan} view={view} onSeek={props.onSeek} />
            </g>
          </g>
          {!plan.compact && (
            <text x={plan.left - 12} y={26} textAnchor="end" className="ls-note ls-small">
              {words.step}
            </text>
          )}
          {plan.lanes.map((place) => (
            <LaneLabel
              key={place.actor.id}
              place={place}
              name={name}
              plan={plan}
              besides={run.lanes.get(place.actor.id)?.isDaemon ? words.daemon : undefined}
            />
          ))}
          {plan.tracks.map((place) =>
            place.track.kind === 'value' ? undefined : (
              <TrackLabel key={place.track.key} place={place} plan={plan} language={language} />
            ),
          )}
          {values.map((value) => (
            <ValueLabel key={value.place.track.key} place={value.place} scale={value.scale} plan={plan} />
          ))}
          <More
            view={view}
            columns={columns}
            plan={plan}
            length={length}
            width={width}
            language={language}
            showFuture={showFuture}
          />
        </svg>
      </div>
      {hasChoice && (
        <TrackChoice
          tracks={here.tracks}
          shown={new Set(plan.tracks.map(({ track }) => track.key))}
          language={language}
          onChoose={setChosen}
        />
      )}
    </div>
  );
}

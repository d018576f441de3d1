// All that moves with the cursor: tracks below, lanes over them, notes on top.
import type { StageProps } from '../stage-props.ts';
import type { Columns } from './columns.ts';
import type { FloorPlan, LanePlace } from './floor-plan.ts';
import { shapeOf } from './floor-plan.ts';
import { Lane } from './lane.tsx';
import type { LaneStates } from './lane-states.ts';
import { LevelTrack } from './level-track.tsx';
import { RibbonTrack } from './ribbon-track.tsx';
import { DropTicks, Spawn } from './spawn.tsx';
import { Stale } from './stale.tsx';
import { Breaks, End, Present } from './time-axis.tsx';
import { TrackNote } from './track-note.tsx';
import { ValueTrack } from './value-track.tsx';
import type { ValueTrackOf } from './value-tracks.ts';
import type { LaneView } from './view.ts';
import { WaitEdges } from './wait-edges.tsx';
import { openAt } from './within.ts';

interface LaneLayerProps extends StageProps {
  readonly plan: FloorPlan;
  readonly columns: Columns;
  readonly view: LaneView;
  readonly lanes: ReadonlyMap<string, LaneStates>;
  readonly values: readonly ValueTrackOf[];
  readonly mark: (actor: string) => string;
  readonly hatch: string;
}

export function LaneLayer(props: LaneLayerProps) {
  const { trace, plan, lanes, values, sources, cursor, view } = props;
  // The facts of threads all come from one place: the running program, or the model of it.
  const isTold = cursor > 0 && sources.has(trace.event(0).source);
  const places = plan.tracks.filter(({ track }) => track.kind !== 'value');
  const drawn = plan.lanes.flatMap((place) => {
    const states = lanes.get(place.actor.id);
    // A lane that begins right of the window has nothing in it.
    return states && states.from < Math.max(view.last, cursor) ? [{ place, states }] : [];
  });
  const waiting = waitingAt(drawn, cursor);
  return (
    <>
      <Present {...props} />
      {isTold && values.map((value) => <ValueTrack key={value.place.track.key} {...props} {...value} />)}
      {isTold &&
        places.map((place) => {
          const track = { ...props, place, waiting: waiting.get(place.track.key) ?? [] };
          return shapeOf(place.track.kind) === 'ribbon' ? (
            <RibbonTrack key={place.track.key} {...track} />
          ) : (
            <LevelTrack key={place.track.key} {...track} />
          );
        })}
      {drawn.map((lane) => (
        <WaitEdges key={lane.place.actor.id} {...props} {...lane} />
      ))}
      {drawn.map((lane) => (
        <Spawn key={lane.place.actor.id} {...props} {...lane} />
      ))}
      {drawn.map((lane) => (
        <Lane key={lane.place.actor.id} {...props} {...lane} />
      ))}
      <DropTicks {...props} />
      {isTold &&
        places.map((place) => (
          <TrackNote key={place.track.key} {...props} place={place} waiting={waiting.get(place.track.key) ?? []} />
        ))}
      {values.map(({ place, past }) => (
        <Stale key={place.track.key} {...props} past={past} shown={sources.has('derived')} />
      ))}
      <Breaks {...props} />
      <End {...props} />
    </>
  );
}

/** Who waits at the cursor, by the key of the track. */
function waitingAt(
  lanes: readonly { readonly place: LanePlace; readonly states: LaneStates }[],
  cursor: number,
): ReadonlyMap<string, readonly LanePlace[]> {
  const waiting = new Map<string, LanePlace[]>();
  for (const { place, states } of lanes) {
    const stretch = openAt(states.stretches, cursor);
    if (stretch?.state !== 'waiting' || stretch.track === undefined) continue;
    const list = waiting.get(stretch.track);
    if (list) list.push(place);
    else waiting.set(stretch.track, [place]);
  }
  return waiting;
}

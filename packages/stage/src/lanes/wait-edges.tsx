import { colourClass } from '../actor-colour.ts';
import { middleOf } from './columns.ts';
import { borderOf } from './edge.tsx';
import type { LaneProps } from './lane-props.ts';
import { within } from './within.ts';

type WaitEdgesProps = Pick<LaneProps, 'place' | 'plan' | 'states' | 'columns' | 'view' | 'cursor'>;

/** Dashed, from a lane that begins to wait to what it waits for. */
export function WaitEdges({ place, plan, states, columns, view, cursor }: WaitEdgesProps) {
  const { edge } = borderOf(place);
  return (
    <g className={colourClass(place.actor.colour)}>
      {within(states.stretches, view.first, Math.min(view.last, cursor)).map(({ from, track: key }) => {
        const track = key === undefined ? undefined : plan.tracks.find((one) => one.track.key === key);
        if (!track || from < view.first) return undefined;
        const x = middleOf(columns, from);
        return <line key={from} x1={x} x2={x} y1={edge} y2={(track.top + track.bottom) / 2} className="ls-wait-edge" />;
      })}
    </g>
  );
}

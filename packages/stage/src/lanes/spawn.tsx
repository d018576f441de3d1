// Who started whom: from the starter's operation to the place where the new lane begins. And who asked whom to drop the
// interpreter lock: a tick on the holder's lane.
import { colourClass } from '../actor-colour.ts';
import { ArrowHead } from '../marks/arrow-head.tsx';
import { leftOf, middleOf } from './columns.ts';
import type { LanePlace } from './floor-plan.ts';
import type { LaneProps } from './lane-props.ts';

type SpawnProps = Pick<LaneProps, 'trace' | 'place' | 'plan' | 'states' | 'columns' | 'view' | 'cursor'>;

export function Spawn({ trace, place, plan, states, columns, view, cursor }: SpawnProps) {
  const { spawned } = states;
  if (spawned === undefined || spawned >= cursor || states.from >= cursor) return undefined;
  const starter = plan.lanes.find((lane) => lane.actor.id === trace.actorAt(spawned));
  const x = Math.max(view.from - 40, middleOf(columns, spawned));
  const to = leftOf(columns, states.from);
  if (!starter || to < view.from || x > view.to) return undefined;
  const isBelow = place.top > starter.top;
  const y = place.top + place.height / 2;
  return (
    <g className={`ls-spawn ${colourClass(place.actor.colour)}`}>
      <path
        d={`M${x} ${isBelow ? starter.top + starter.height : starter.top}V${y}H${to - 6}`}
        className="ls-spawn-line"
      />
      <ArrowHead x={to} y={y} angle={0} length={8} />
    </g>
  );
}

type DropTicksProps = Pick<LaneProps, 'trace' | 'plan' | 'columns' | 'view' | 'cursor'>;

export function DropTicks({ trace, plan, columns, view, cursor }: DropTicksProps) {
  const asked: { readonly seq: number; readonly holder: LanePlace; readonly asker: LanePlace | undefined }[] = [];
  for (let seq = view.first; seq < Math.min(view.last, cursor); seq++) {
    if (trace.kindAt(seq) !== 'gil.drop-requested') continue;
    const event = trace.event(seq);
    const holder = event.kind === 'gil.drop-requested' && plan.lanes.find((lane) => lane.actor.id === event.holder);
    if (holder) asked.push({ seq, holder, asker: plan.lanes.find((lane) => lane.actor.id === event.actor) });
  }
  return asked.map(({ seq, holder, asker }) => {
    const x = middleOf(columns, seq);
    const isBelow = asker !== undefined && asker.top > holder.top;
    return (
      <g key={seq} className="ls-drop-request">
        {asker && (
          <line
            x1={x}
            x2={x}
            y1={isBelow ? asker.top : asker.top + asker.height}
            y2={isBelow ? holder.top + holder.height : holder.top}
            className="ls-drop-edge"
          />
        )}
        <path d={`M${x} ${holder.top + 1}v${holder.height - 2}`} className="ls-drop-tick" />
      </g>
    );
  });
}

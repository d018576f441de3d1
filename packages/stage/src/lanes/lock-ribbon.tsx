import type { Trace } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';
import { type Columns, middleOf } from './columns.ts';
import type { FloorPlan } from './floor-plan.ts';
import type { Holding, LaneStates } from './lane-states.ts';
import type { LaneView } from './view.ts';

export interface LockRibbonProps {
  readonly trace: Trace;
  readonly lock: string;
  readonly y: number;
  readonly plan: FloorPlan;
  readonly holdings: readonly Holding[];
  readonly lanes: ReadonlyMap<string, LaneStates>;
  readonly columns: Columns;
  readonly view: LaneView;
  readonly cursor: number;
}

/** Who holds a lock, in the holder's colour and digit; who waits for it, dashed. */
export function LockRibbon(props: LockRibbonProps) {
  const { lock, y, plan, holdings, lanes, columns, view, cursor } = props;
  const own = holdings.filter((one) => one.lock === lock && one.from < cursor);
  return (
    <g>
      <line x1={view.from} x2={view.to} y1={y} y2={y} className="ls-line ls-hair" />
      {own.map((one) => (
        <Held key={one.from} {...props} holding={one} />
      ))}
      {plan.lanes.flatMap((lane) =>
        (lanes.get(lane.actor.id)?.stretches ?? [])
          .filter((stretch) => stretch.on === lock && stretch.from < cursor)
          .map((stretch) => (
            <g key={stretch.from} className={colourClass(lane.actor.colour)}>
              <line
                x1={columns.x[stretch.from]}
                x2={Math.min(view.nowX, columns.x[stretch.to ?? columns.x.length - 1] as number)}
                y1={y + 8}
                y2={y + 8}
                className="ls-wait-edge"
              />
              <line
                x1={middleOf(columns, stretch.from)}
                x2={middleOf(columns, stretch.from)}
                y1={lane.side === 'above' ? lane.top + lane.height / 2 + 11 : y + 8}
                y2={lane.side === 'above' ? y + 8 : lane.top + lane.height / 2 - 11}
                className="ls-wait-edge"
              />
            </g>
          )),
      )}
    </g>
  );
}

function Held({ trace, y, plan, columns, view, cursor, holding }: LockRibbonProps & { readonly holding: Holding }) {
  const lane = plan.lanes.find((one) => one.actor.id === holding.holder);
  const from = middleOf(columns, holding.from);
  const to = holding.to !== undefined && holding.to < cursor ? middleOf(columns, holding.to) : view.nowX;
  const edge = lane ? (lane.side === 'above' ? lane.top + lane.height : lane.top) : y;
  const digitX = Math.max(from, view.from + 8);
  return (
    <g className={colourClass(actorColour(trace, holding.holder))}>
      <line x1={from} x2={from} y1={edge} y2={y} className="ls-held-edge" />
      {holding.to !== undefined && holding.to < cursor && (
        <line x1={to} x2={to} y1={edge} y2={y} className="ls-held-edge" />
      )}
      <rect x={from} y={y - 3} width={Math.max(0, to - from)} height={6} className="ls-fill" />
      {lane?.number !== undefined && (
        <>
          <circle cx={digitX} cy={y} r={8} className="ls-fill" />
          <text x={digitX} y={y + 4} textAnchor="middle" className="ls-digit ls-digit-small">
            {lane.number}
          </text>
        </>
      )}
    </g>
  );
}

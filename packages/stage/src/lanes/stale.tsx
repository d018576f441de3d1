import type { Trace } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import { type Columns, leftOf, widthOf } from './columns.ts';
import type { FloorPlan } from './floor-plan.ts';
import type { ValuePast } from './value-reader.ts';
import type { LaneView } from './view.ts';
import { laneWords } from './words.ts';

interface StaleProps {
  readonly past: ValuePast;
  readonly trace: Trace;
  readonly plan: FloorPlan;
  readonly columns: Columns;
  readonly view: LaneView;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly shown: boolean;
}

/** A brace from the read to the write of a thread that overwrote what it never saw. */
export function Stale({ past, trace, plan, columns, view, language, name, shown }: StaleProps) {
  const write = past.lossy;
  if (!shown || write?.basis === undefined) return undefined;
  const read = trace.event(write.basis);
  const lane = plan.lanes.find((one) => one.actor.id === write.actor);
  if (read.kind !== 'value.read' || !lane) return undefined;
  const from = Math.max(view.from - 40, leftOf(columns, write.basis)) + 3;
  const to = Math.max(view.from - 40, leftOf(columns, write.seq) + widthOf(columns, write.seq)) - 4;
  const away = lane.side === 'above' ? -1 : 1;
  const edge = (lane.side === 'above' ? lane.top : lane.top + lane.height) + away * 8;
  const text = laneWords[language].stale(name(write.actor), read.value, write.basis + 1);
  const left = to - sansWidth(text, 13);
  const fits = left > view.from;
  return (
    <g>
      <path d={`M${from} ${edge}v${away * 8}H${to}v${-away * 8}`} className="ls-brace" />
      <text
        x={fits ? to : Math.max(from, view.from)}
        y={away === 1 ? edge + 24 : edge - 13}
        textAnchor={fits ? 'end' : 'start'}
        className="ls-brace-text ls-halo"
      >
        {text}
      </text>
    </g>
  );
}

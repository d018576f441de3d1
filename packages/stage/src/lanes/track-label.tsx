import type { Language } from '../text.ts';
import { monoWidth } from '../text-width.ts';
import { type FloorPlan, shapeOf, type TrackPlace } from './floor-plan.ts';
import { trackKindWord } from './words.ts';

interface TrackLabelProps {
  readonly place: TrackPlace;
  readonly plan: FloorPlan;
  readonly language: Language;
}

/** Name of a shared object and what kind it is, left of its track. */
export function TrackLabel({ place: { track, top, bottom }, plan, language }: TrackLabelProps) {
  const middle = (top + bottom) / 2;
  const kind = trackKindWord(track.kind, language);
  const x = plan.compact ? 3 : 8;
  const size = plan.compact ? 11 : 14;
  const name = fitted(track.name, plan.left - x - 6, size);
  const isHigh = shapeOf(track.kind) !== 'ribbon';
  const besides = !isHigh && !plan.compact && monoWidth(name, size) + monoWidth(kind, 11) < plan.left - 24;
  return (
    <g>
      <text x={x} y={middle + (isHigh ? -1 : 4.5)} className="ls-value-name" style={{ fontSize: size }}>
        {name}
      </text>
      {isHigh && (
        <text x={x} y={middle + 13} className="ls-track-kind">
          {kind}
        </text>
      )}
      {besides && (
        <text x={plan.left - 12} y={middle + 4} textAnchor="end" className="ls-track-kind">
          {kind}
        </text>
      )}
    </g>
  );
}

function fitted(text: string, room: number, size: number): string {
  const most = Math.floor(room / (size * 0.6));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

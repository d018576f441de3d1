// A count that all share: what a semaphore has left, who waits at a condition or a barrier, the items of a queue. Steps
// on a floor of nothing, with the count at each step.
import { middleOf } from './columns.ts';
import { Edge } from './edge.tsx';
import type { TrackProps } from './track-props.ts';
import { changesBefore } from './tracks.ts';

/** Room over the highest step for its number. */
const HEAD = 13;
/** Up to so many units each has its own line. */
const MOST_LINES = 8;

export function LevelTrack({ place, plan, columns, view, cursor }: TrackProps) {
  const { track, top, bottom } = place;
  const floor = bottom - 4;
  const most = Math.max(1, track.most);
  const unit = (floor - top - HEAD) / most;
  const yOf = (level: number) => floor - level * unit;
  const until = Math.min(view.last, cursor);
  const start = changesBefore(track.changes, view.first);
  const shown = track.changes.slice(start, changesBefore(track.changes, until));
  const before = track.changes[start - 1]?.level ?? track.first;
  const steps = [
    { x: view.from, level: before },
    ...shown.map((change) => ({ x: middleOf(columns, change.seq), level: change.level })),
  ].filter((step, index, all) => index === 0 || step.level !== all[index - 1]?.level);
  const right = Math.max(view.from, view.nowX);
  const path = steps.map(
    ({ x, level }, index) => `${index === 0 ? 'M' : 'H'}${x} ${index === 0 ? '' : 'V'}${yOf(level)}`,
  );
  const line = `${path.join('')}H${right}`;
  const units = most <= MOST_LINES ? Array.from({ length: most + 1 }, (_, index) => index) : [0, most];
  return (
    <g className="ls-level" data-track={track.key}>
      {units.map((level) => (
        <line key={level} x1={view.from} x2={view.to} y1={yOf(level)} y2={yOf(level)} className="ls-line ls-hair" />
      ))}
      <path d={`${line}V${floor}H${view.from}Z`} className="ls-level-area" />
      {shown.map((change) => {
        const lane = plan.lanes.find((one) => one.actor.id === change.actor);
        return (
          lane && (
            <Edge
              key={change.seq}
              lane={lane}
              x={middleOf(columns, change.seq)}
              y={yOf(change.level)}
              way={change.way}
              isNow={change.seq === cursor - 1}
            />
          )
        );
      })}
      <path d={line} className="ls-level-line" />
      {steps.map(({ x, level }, index) => {
        const next = steps[index + 1]?.x ?? right;
        return (
          next - x > 16 && (
            <text key={x} x={x + 5} y={yOf(level) - 3} className="ls-level-number ls-halo">
              {level}
            </text>
          )
        );
      })}
    </g>
  );
}

// A lock, a flag or the interpreter lock: a band as long as somebody has it or it is set, in the holder's colour and
// with the holder's character. A reentrant lock that is taken again gets a higher band.
import { colourClass } from '../actor-colour.ts';
import { middleOf } from './columns.ts';
import { Edge } from './edge.tsx';
import type { TrackProps } from './track-props.ts';
import { type Change, changesBefore } from './tracks.ts';
import { trackWord } from './words.ts';

const BAND = 6;
const DEEPER = 4;

export function RibbonTrack({ place, plan, columns, view, cursor, language }: TrackProps) {
  const { track, top, bottom } = place;
  const y = (top + bottom) / 2;
  const until = Math.min(view.last, cursor);
  const first = changesBefore(track.changes, view.first);
  const last = changesBefore(track.changes, until);
  // Who had it when the window begins is told by the last that changed it before.
  let from = first - 1;
  while (from > 0 && !changesHands(track.changes[from] as Change)) from -= 1;
  const drawn = track.changes.slice(Math.max(0, from), last);
  return (
    <g className="ls-ribbon" data-track={track.key}>
      <line x1={view.from} x2={view.to} y1={y} y2={y} className="ls-line ls-hair" />
      {drawn
        .filter(({ seq }) => seq >= view.first)
        .map((change) => {
          const lane = plan.lanes.find((one) => one.actor.id === change.actor);
          return (
            lane && (
              <Edge
                key={change.seq}
                lane={lane}
                x={middleOf(columns, change.seq)}
                y={y}
                way={change.way}
                isNow={change.seq === cursor - 1}
              />
            )
          );
        })}
      {bandsOf(drawn).map(({ change, to }) => {
        const lane = track.kind === 'event' ? undefined : plan.lanes.find((one) => one.actor.id === change.actor);
        const left = Math.max(view.from, middleOf(columns, change.seq));
        const right = to === undefined ? view.nowX : middleOf(columns, to);
        if (right <= view.from) return undefined;
        const height = BAND + DEEPER * Math.min(4, change.level - 1);
        const discX = Math.max(left, view.from + 8);
        return (
          <g key={change.seq} className={colourClass(lane?.actor.colour ?? 0)}>
            <rect
              x={left}
              y={y - height / 2}
              width={Math.max(0, right - left)}
              height={height}
              className={track.kind === 'event' ? 'ls-ink-fill' : 'ls-fill'}
            />
            {lane && (
              <>
                <circle cx={discX} cy={y} r={8} className="ls-fill" />
                <text x={discX} y={y + 4} textAnchor="middle" className="ls-digit ls-digit-small">
                  {lane.number ?? '0'}
                </text>
                {change.level > 1 && right - discX > 32 && (
                  <text x={discX + 11} y={y - height / 2 - 2} className="ls-depth ls-halo">
                    {`×${change.level}`}
                  </text>
                )}
              </>
            )}
            {track.kind === 'event' && right - left > 24 && (
              <text x={left + 5} y={y - 6} className="ls-depth ls-halo">
                {trackWord(track, 1, language)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

interface Band {
  readonly change: Change;
  readonly to?: number;
}

function bandsOf(changes: readonly Change[]): readonly Band[] {
  const bands: Band[] = [];
  let open: Change | undefined;
  for (const change of changes) {
    if (!changesHands(change)) continue;
    if (open && open.level > 0) bands.push({ change: open, to: change.seq });
    open = change.level > 0 ? change : undefined;
  }
  if (open) bands.push({ change: open });
  return bands;
}

function changesHands({ way }: Change): boolean {
  return way === 'take' || way === 'give';
}

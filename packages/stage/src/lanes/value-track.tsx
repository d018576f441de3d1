// A shared value between the lanes: its history as steps, loads as dotted arrows from it, stores as solid arrows to it.
import type { Trace } from '@lockstep/trace';
import { curveStepAfter, line } from 'd3-shape';
import { actorColour, colourClass } from '../actor-colour.ts';
import { ArrowHead } from '../marks/arrow-head.tsx';
import { SourceMark } from '../marks/source-mark.tsx';
import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import { type Columns, middleOf } from './columns.ts';
import type { FloorPlan, TrackPlace } from './floor-plan.ts';
import { changesBefore } from './tracks.ts';
import type { ValueAccess, ValuePast } from './value-reader.ts';
import type { ValueScale } from './value-scale.ts';
import type { LaneView } from './view.ts';
import { laneWords } from './words.ts';

export interface ValueTrackProps {
  readonly trace: Trace;
  readonly place: TrackPlace;
  readonly plan: FloorPlan;
  readonly scale: ValueScale;
  /** What happened to it until the cursor, as far back as it matters. */
  readonly history: readonly ValueAccess[];
  /** The value before that. */
  readonly initial: number;
  readonly past: ValuePast;
  readonly columns: Columns;
  readonly view: LaneView;
  readonly cursor: number;
  readonly language: Language;
  readonly sources: ReadonlySet<string>;
}

export function ValueTrack(props: ValueTrackProps) {
  const { history, past, columns, view, scale, initial, cursor, sources } = props;
  const inView = history.slice(changesBefore(history, view.first), changesBefore(history, view.last));
  const overwritten = new Map(history.flatMap((access) => access.overwrites.map((seq) => [seq, access.seq] as const)));
  const last = past.written;
  const isLost = last !== undefined && last.lost > 0 && sources.has('derived');
  const present = last?.seq === cursor - 1 ? last : undefined;
  return (
    <g>
      {scale.ticks.map((tick) => (
        <line
          key={tick.value}
          x1={view.from}
          x2={view.to}
          y1={scale.y(tick.value)}
          y2={scale.y(tick.value)}
          className="ls-line ls-hair"
        />
      ))}
      <path d={stepsOf(history, initial, columns, scale, view)} className="ls-value-line" />
      {present && <path d={lastStep(present, columns, scale)} className="ls-value-line" data-now />}
      {inView.map((access) => (
        <AccessMark key={access.seq} {...props} access={access} overwrittenBy={overwritten.get(access.seq)} />
      ))}
      {isLost && <LostNotes {...props} write={last} isNow={present !== undefined} />}
    </g>
  );
}

/** Name and scale, left of the columns. */
export function ValueLabel({ place, scale, plan }: Pick<ValueTrackProps, 'place' | 'scale' | 'plan'>) {
  return (
    <g>
      <text
        x={plan.compact ? 3 : 8}
        y={plan.compact ? place.top - 8 : (place.top + place.bottom) / 2 + 4.5}
        className="ls-value-name"
        style={{ fontSize: plan.compact ? 11 : 14 }}
      >
        {place.track.name}
      </text>
      {scale.ticks.map((tick) => (
        <text key={tick.value} x={plan.left - 12} y={scale.y(tick.value) + 4.5} textAnchor="end" className="ls-tick">
          {tick.label}
        </text>
      ))}
    </g>
  );
}

const steps = line().curve(curveStepAfter).digits(1);

/** Only the steps in the window: a long run has thousands. */
function stepsOf(
  history: readonly ValueAccess[],
  initial: number,
  columns: Columns,
  scale: ValueScale,
  view: LaneView,
): string {
  const from = Math.max(0, view.from - 40);
  let value = initial;
  const points: [number, number][] = [];
  // Those left of the window only tell the value that it begins with.
  const first = Math.max(0, changesBefore(history, view.first) - 1);
  for (let at = first; at >= 0; at--) {
    const access = history[at];
    if (!access || access.act === 'read' || access.seq >= view.first) continue;
    value = access.value;
    break;
  }
  for (const access of history.slice(first)) {
    if (access.act === 'read') continue;
    const x = middleOf(columns, access.seq);
    if (x > view.to + 40) break;
    if (x >= from) {
      if (points.length === 0) points.push([from, scale.y(value)]);
      points.push([x, scale.y(access.value)]);
    }
    value = access.value;
  }
  if (points.length === 0) points.push([from, scale.y(value)]);
  return steps([...points, [Math.max(from, view.nowX), scale.y(value)]]) ?? '';
}

function lastStep(access: ValueAccess, columns: Columns, scale: ValueScale): string {
  return `M${round(middleOf(columns, access.seq))} ${round(scale.y(access.before))}V${round(scale.y(access.value))}`;
}

interface AccessMarkProps extends ValueTrackProps {
  readonly access: ValueAccess;
  readonly overwrittenBy: number | undefined;
}

function AccessMark({ trace, access, overwrittenBy, plan, columns, scale, cursor }: AccessMarkProps) {
  const lane = plan.lanes.find((one) => one.actor.id === access.actor);
  if (!lane) return undefined;
  const x = middleOf(columns, access.seq);
  const y = scale.y(access.value);
  const edge = lane.side === 'above' ? lane.top + lane.height : lane.top;
  const away = lane.side === 'above' ? -1 : 1;
  const isNow = access.seq === cursor - 1;
  const className = colourClass(actorColour(trace, access.actor));
  if (access.act === 'read')
    return (
      <g className={className}>
        <line x1={x} x2={x} y1={y} y2={edge - away * 9} className="ls-load" />
        <ArrowHead x={x} y={edge - away * 3} angle={away * 90} length={8} />
        <circle cx={x} cy={y} r={4} className="ls-load-ring" data-now={isNow || undefined} />
      </g>
    );
  const isLost = overwrittenBy !== undefined && overwrittenBy < cursor;
  return (
    <g className={className}>
      <line x1={x} x2={x} y1={edge} y2={y + away * 12} className="ls-store" />
      <ArrowHead x={x} y={y + away * 5} angle={away * -90} length={9} />
      {isLost ? (
        <g>
          <circle cx={x} cy={y} r={5.5} className="ls-lost-ring" />
          <path
            d={`M${x - 9} ${y + 9}l18 -18`}
            className="ls-lost-stroke"
            data-now={overwrittenBy === cursor - 1 || undefined}
          />
        </g>
      ) : (
        <circle cx={x} cy={y} r={isNow ? 5.5 : 4.5} className="ls-fill" />
      )}
    </g>
  );
}

/** Right of the cursor: what was lost, what should be, what is. */
function LostNotes(props: ValueTrackProps & { readonly write: ValueAccess; readonly isNow: boolean }) {
  const { past, scale, view, language, write, isNow } = props;
  const words = laneWords[language];
  const expected = past.last?.should ?? write.should;
  const notes = spread([
    { key: 'lost', y: scale.y(write.before), text: words.lost(write.before, write.lost) },
    { key: 'should', y: scale.y(expected), text: words.shouldBe(expected) },
    { key: 'is', y: scale.y(write.value), text: words.is(write.value) },
  ]);
  const x = view.nowX + 14;
  return (
    <g>
      <line x1={view.nowX + 2} x2={x - 3} y1={scale.y(expected)} y2={scale.y(expected)} className="ls-expected" />
      {notes.map((note) => (
        <g key={note.key}>
          <text
            x={x}
            y={note.y + 4.5}
            className="ls-lost-note ls-halo"
            data-note={note.key}
            data-now={isNow || undefined}
          >
            {note.text}
          </text>
          {note.key === 'should' && <SourceMark source="derived" x={x + sansWidth(note.text, 13) + 10} y={note.y} />}
        </g>
      ))}
    </g>
  );
}

/** Notes keep their order of height and at least 17 pixels from each other. */
function spread<N extends { readonly y: number }>(notes: readonly N[]): readonly N[] {
  const sorted = [...notes].sort((a, b) => a.y - b.y);
  const middle = sorted[1]?.y ?? 0;
  return sorted.map((note, index) => ({
    ...note,
    y: index === 0 ? Math.min(note.y, middle - 17) : index === 2 ? Math.max(note.y, middle + 17) : note.y,
  }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

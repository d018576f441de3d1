import type { Trace } from '@lockstep/trace';
import { colourClass } from '../actor-colour.ts';
import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import { Block } from './block.tsx';
import { type Columns, widthOf } from './columns.ts';
import type { LanePlace } from './floor-plan.ts';
import type { LaneStates, Stretch } from './lane-states.ts';
import { operationOf } from './operations.ts';
import type { LaneView } from './view.ts';
import { laneWords } from './words.ts';

export interface LaneProps {
  readonly trace: Trace;
  readonly place: LanePlace;
  readonly states: LaneStates | undefined;
  readonly columns: Columns;
  readonly view: LaneView;
  readonly cursor: number;
  readonly showFuture: boolean;
  readonly sources: ReadonlySet<string>;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly hatch: string;
}

/** What one thread did: its operations as blocks, and between them whether it was ready, waiting or asleep. */
export function Lane(props: LaneProps) {
  const { trace, place, states, columns, view, cursor, showFuture, sources } = props;
  if (!states) return undefined;
  const seqs: number[] = [];
  for (let seq = view.first; seq < view.last; seq++) if (trace.actorAt(seq) === place.actor.id) seqs.push(seq);
  return (
    <g className={`ls-lane ${colourClass(place.actor.colour)}`}>
      {place.number !== undefined && <Rail {...props} states={states} />}
      {states.stretches
        .filter((stretch) => stretch.from < (showFuture ? Number.POSITIVE_INFINITY : cursor))
        .map((stretch) => (
          <StretchMark key={stretch.from} {...props} stretch={stretch} />
        ))}
      {seqs
        .filter((seq) => (seq < cursor || showFuture) && sources.has(trace.event(seq).source))
        .map((seq) => (
          <Block
            key={seq}
            operation={operationOf(trace.event(seq), trace)}
            x={columns.x[seq] as number}
            width={widthOf(columns, seq)}
            top={place.top}
            height={place.height}
            future={seq >= cursor}
            ink={place.number === undefined}
          />
        ))}
      {place.number !== undefined && <Ready {...props} seqs={seqs} />}
    </g>
  );
}

/** The pale bar of a thread that could run; a frame of it where it is still to come. */
function Rail({ place, states, columns, view, cursor, showFuture }: LaneProps & { readonly states: LaneStates }) {
  const y = place.top + place.height / 2 - 7;
  const from = columns.x[states.from] as number;
  const end = states.finished === undefined ? columns.x.length - 1 : states.finished;
  const to = Math.min(columns.x[end] as number, view.nowX);
  const future = columns.x[end] as number;
  return (
    <>
      {to > from && states.from < cursor && <rect x={from} y={y} width={to - from} height={14} className="ls-pale" />}
      {showFuture && future > Math.max(from, view.nowX) && (
        <rect
          x={Math.max(from, view.nowX) + 3}
          y={y + 0.5}
          width={Math.max(0, future - Math.max(from, view.nowX) - 6)}
          height={13}
          className="ls-pale-future"
        />
      )}
    </>
  );
}

/** Waiting is hatched and sleeping dotted, each with its reason on paper. */
function StretchMark(props: LaneProps & { readonly stretch: Stretch }) {
  const { place, columns, view, cursor, showFuture, language, name, hatch, stretch } = props;
  const from = columns.x[stretch.from] as number;
  const full = stretch.to === undefined ? (columns.x.at(-1) as number) : (columns.x[stretch.to] as number);
  const past = stretch.from < cursor ? Math.min(full, view.nowX) : from;
  const words = laneWords[language];
  const on = stretch.on.replaceAll(/[A-Za-z][\w.]*/g, name);
  const reasons =
    stretch.state === 'sleeping'
      ? [words.sleeping(stretch.on)]
      : [...(stretch.holder ? [words.waiting(words.heldBy(on, name(stretch.holder)))] : []), words.waiting(on), on];
  const height = place.number === undefined ? place.height : 22;
  const top = place.top + (place.height - height) / 2;
  const textX = Math.max(from, view.from) + (place.number === undefined ? 18 : 12);
  const reason = reasons.find((text) => sansWidth(text, 12.5) + 8 < past - textX);
  return (
    <g className="ls-stretch" data-state={stretch.state}>
      {past > from &&
        (stretch.state === 'waiting' ? (
          <>
            <rect x={from} y={top} width={past - from} height={height} className="ls-paper" />
            <rect
              x={from}
              y={top}
              width={past - from}
              height={height}
              className="ls-waiting-bar"
              fill={`url(#${hatch})`}
            />
          </>
        ) : (
          <>
            <rect x={from} y={top} width={past - from} height={height} className="ls-paper" />
            <line x1={from + 3} x2={past} y1={top + height / 2} y2={top + height / 2} className="ls-sleep-dots" />
          </>
        ))}
      {showFuture && full > Math.max(past, view.nowX) && (
        <rect
          x={Math.max(past, from) + 2.5}
          y={top + 0.5}
          width={Math.max(0, full - Math.max(past, from) - 4)}
          height={height - 1}
          className="ls-waiting-future"
        />
      )}
      {reason !== undefined && (
        <>
          <rect
            x={textX - 6}
            y={top + 2}
            width={sansWidth(reason, 12.5) + 12}
            height={height - 4}
            className="ls-paper"
          />
          <text x={textX} y={top + height / 2 + 4.5} className="ls-reason-text">
            {reason}
          </text>
        </>
      )}
    </g>
  );
}

/** The word "ready" in the first pause of the lane that has room for it. */
function Ready({
  place,
  states,
  columns,
  view,
  cursor,
  language,
  seqs,
}: LaneProps & { readonly seqs: readonly number[] }) {
  if (!states) return undefined;
  const word = laneWords[language].ready;
  const room = sansWidth(word, 12.5) + 14;
  const y = place.top + place.height / 2 + 4.5;
  const isBusy = (x: number) =>
    states.stretches.some(
      (one) => x + room > (columns.x[one.from] as number) && x < (columns.x[one.to ?? columns.x.length - 1] as number),
    );
  const past = seqs.filter((seq) => seq < cursor);
  for (const [index, seq] of past.entries()) {
    const from = Math.max(columns.x[seq + 1] as number, view.from);
    const next = past[index + 1];
    if (next === undefined && states.finished !== undefined && states.finished < cursor) break;
    const to = next === undefined ? view.nowX : (columns.x[next] as number);
    if (to - from > room && !isBusy(from))
      return (
        <text x={from + 7} y={y} className="ls-ready">
          {word}
        </text>
      );
  }
  return undefined;
}

import { colourClass } from '../actor-colour.ts';
import { sansWidth } from '../text-width.ts';
import { Block } from './block.tsx';
import { endOf, leftOf, widthOf } from './columns.ts';
import type { LaneProps } from './lane-props.ts';
import { operationOf } from './operations.ts';
import { Rail } from './rail.tsx';
import { placedReason, ReasonNote } from './reason-note.tsx';
import { StretchMark } from './stretch-mark.tsx';
import { within } from './within.ts';
import { laneWords } from './words.ts';

/** Lower lanes have no room for words between the blocks. */
const LEAST_FOR_READY = 22;

/** What one thread did: its operations as blocks, and between them whether it was ready, waiting or asleep. */
export function Lane(props: LaneProps) {
  const { trace, place, states, columns, view, cursor, showFuture, sources, mark } = props;
  const seqs: number[] = [];
  for (let seq = view.first; seq < view.last; seq++) if (trace.actorAt(seq) === place.actor.id) seqs.push(seq);
  const until = showFuture ? view.last : Math.min(view.last, cursor);
  const stretches = within(states.stretches, view.first, until);
  const reasons = stretches.flatMap((stretch) => placedReason(props, stretch) ?? []);
  /** What is still to come makes room for why it does not come yet. */
  const clear = Math.max(view.nowX, ...reasons.map((reason) => reason.x + reason.width + 6));
  return (
    <g className={`ls-lane ${colourClass(place.actor.colour)}`}>
      {place.number !== undefined && <Rail {...props} />}
      {stretches.map((stretch) => (
        <StretchMark key={stretch.from} {...props} stretch={stretch} />
      ))}
      {seqs.map((seq) => {
        if (seq >= until) return undefined;
        const event = trace.event(seq);
        const operation = sources.has(event.source) ? operationOf(event, { trace, mark }) : undefined;
        if (!operation) return undefined;
        const x = leftOf(columns, seq);
        if (seq >= cursor && x < clear) return undefined;
        if (operation.form === 'torn')
          return (
            <text
              key={seq}
              x={x + 6}
              y={place.top + place.height / 2 + 4.3}
              className={seq < cursor ? 'ls-ready' : 'ls-note ls-small'}
            >
              {operation.word}
            </text>
          );
        if (operation.form === 'tick') return <Tick key={seq} {...props} seq={seq} x={x} />;
        return (
          <Block
            key={seq}
            operation={operation}
            mark={place.number}
            x={x}
            width={widthOf(columns, seq)}
            top={place.top}
            height={place.height}
            future={seq >= cursor}
            ink={place.number === undefined}
          />
        );
      })}
      {reasons.map((reason) => (
        <ReasonNote key={reason.x} place={place} reason={reason} />
      ))}
      {place.number !== undefined && place.height >= LEAST_FOR_READY && <Ready {...props} seqs={seqs} />}
    </g>
  );
}

/** The lane changes and nothing is done: a bar where it begins, a wedge where it may go on. */
function Tick({ trace, place, cursor, seq, x }: LaneProps & { readonly seq: number; readonly x: number }) {
  const middle = place.top + place.height / 2;
  const half = Math.min(11, place.height / 2);
  const isFuture = seq >= cursor || undefined;
  switch (trace.kindAt(seq)) {
    case 'thread.started':
      return <path d={`M${x + 1} ${middle - half}v${2 * half}`} className="ls-begin" data-future={isFuture} />;
    case 'thread.unblocked':
      return <path d={`M${x + 2} ${middle - 6}l8 6l-8 6z`} className="ls-fill ls-unblocked" data-future={isFuture} />;
    default:
      return undefined;
  }
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
  const word = laneWords[language].ready;
  const room = sansWidth(word, 12.5) + 14;
  const y = place.top + place.height / 2 + 4.5;
  const spans = [...within(states.stretches, view.first, view.last), ...within(states.running, view.first, view.last)];
  const isBusy = (x: number) =>
    spans.some(
      (one) =>
        x + room > leftOf(columns, one.from) && x < (one.to === undefined ? endOf(columns) : leftOf(columns, one.to)),
    );
  const over = states.end?.seq ?? Number.POSITIVE_INFINITY;
  const past = seqs.filter((seq) => seq < cursor && seq <= over);
  for (const [index, seq] of past.entries()) {
    const from = Math.max(leftOf(columns, seq + 1), view.from);
    const next = past[index + 1];
    if (seq === over) break;
    const to = next === undefined ? view.nowX : leftOf(columns, next);
    if (to - from > room && !isBusy(from))
      return (
        <text x={from + 7} y={y} className={states.isDaemon ? 'ls-ready ls-halo' : 'ls-ready'}>
          {word}
        </text>
      );
  }
  return undefined;
}

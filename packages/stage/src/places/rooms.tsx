// What the drawings of all objects are put together from: a line of those who wait, places with or without somebody in
// them, a gate, and the rest of the threads.
import type { Occupant, ThreadStanding } from '@lockstep/trace';
import type { ReactNode } from 'react';
import { ThreadDisc } from '../marks/thread-disc.tsx';
import { standingText } from '../marks/thread-words.ts';
import type { PlaceContext } from './context.ts';
import { Person } from './person.tsx';
import { placeWords } from './words.ts';

/** A room with its heading. */
export function Room({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <section className="ls-room">
      <p className="ls-subtitle">{title}</p>
      {children}
      {hint !== undefined && <p className="ls-room-hint">{hint}</p>}
    </section>
  );
}

/** Those who stand in line, in the order in which they came. */
export function Line({
  waiters,
  called,
  ...context
}: PlaceContext & {
  readonly waiters: readonly ThreadStanding[];
  /** What is said of those who may go on. */
  readonly called?: string;
}) {
  const words = placeWords[context.language];
  if (waiters.length === 0) return <p className="ls-nobody">{words.nobody}</p>;
  return (
    <ol className="ls-line-up">
      {waiters.map(({ actor, state, timeoutMs }) => (
        <li key={actor}>
          <Person
            {...context}
            actor={actor}
            manner={state === 'waiting' ? 'waiting' : 'called'}
            note={
              state === 'waiting'
                ? timeoutMs === undefined
                  ? undefined
                  : words.atMost(timeoutMs)
                : (called ?? words.mayGo)
            }
          />
        </li>
      ))}
    </ol>
  );
}

/** One place, free or taken. */
export function Bay({
  occupant,
  isExtra = false,
  depth = 1,
  ...context
}: PlaceContext & {
  readonly occupant: Occupant | undefined;
  /** A place that was not there at first. */
  readonly isExtra?: boolean;
  /** How many times it is taken. */
  readonly depth?: number;
}) {
  const words = placeWords[context.language];
  const rings = Array.from({ length: Math.min(depth - 1, 4) }, (_, index) => index);
  return (
    <li className="ls-bay" data-extra={isExtra || undefined} data-free={occupant ? undefined : true}>
      {rings.map((ring) => (
        <i key={ring} className="ls-bay-ring" style={{ inset: `${4 + ring * 4}px ${4 + ring * 4}px 0` }} />
      ))}
      {occupant ? <Person {...context} actor={occupant.actor} /> : <span>{isExtra ? words.extra : words.free}</span>}
      {depth > 1 && <b>×{depth}</b>}
    </li>
  );
}

/** Threads that were here before, in the order in which they left. */
export function Gone({ occupants, ...context }: PlaceContext & { readonly occupants: readonly Occupant[] }) {
  const words = placeWords[context.language];
  if (occupants.length === 0) return <p className="ls-nobody">{words.nobody}</p>;
  return (
    <ol className="ls-line-up">
      {occupants.map(({ actor }) => (
        <li key={actor}>
          <Person {...context} actor={actor} />
        </li>
      ))}
    </ol>
  );
}

/** Bar across the way: closed, open or torn. */
export function Gate({ state }: { readonly state: 'closed' | 'open' | 'torn' }) {
  return (
    <svg
      className="ls-gate"
      width={26}
      height={120}
      viewBox="0 0 26 120"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-state={state}
    >
      <path d="M13 0v10M13 110v10" />
      {state === 'closed' && <path d="M13 10V110" className="ls-gate-bar" />}
      {state === 'open' && <path d="M13 10L24 34M13 110L24 86" className="ls-gate-bar" />}
      {state === 'torn' && (
        <>
          <path d="M13 10V48L6 54L17 58" className="ls-gate-bar" />
          <path d="M13 110V74L20 68L8 64" className="ls-gate-bar" />
        </>
      )}
    </svg>
  );
}

/** All others that ever come here, as discs. */
export function Elsewhere({ actors, ...context }: PlaceContext & { readonly actors: readonly string[] }) {
  const { trace, language, name, standings, present } = context;
  if (actors.length === 0) return undefined;
  return (
    <div className="ls-elsewhere">
      <p className="ls-subtitle">{placeWords[language].elsewhere}</p>
      <ul>
        {actors.map((actor) => {
          const standing = standings.get(actor);
          const said = standing ? `${name(actor)} ${standingText(standing, language)}` : name(actor);
          return (
            <li key={actor} title={said}>
              <ThreadDisc
                trace={trace}
                actor={actor}
                state={standing?.state}
                isSmall
                isNow={present?.actor === actor}
              />
              <span className="ls-unseen">{said}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

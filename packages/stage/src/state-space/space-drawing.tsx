// All states and links: the same drawing while the pointer moves, so it is drawn once for a cursor.
import { type Trace, threadActor } from '@lockstep/trace';
import { memo } from 'react';
import { actorColour, colourClass } from '../actor-colour.ts';
import type { SpacePlan } from './layers.ts';
import type { Space, SpaceLink } from './space-at.ts';
import { type StateLook, StateMark } from './state-mark.tsx';

interface SpaceDrawingProps {
  readonly trace: Trace;
  readonly space: Space;
  readonly plan: SpacePlan;
  readonly looks: ReadonlyMap<number, StateLook>;
  /** The links on the way to the bug. */
  readonly way: readonly SpaceLink[];
  /** The state that the present step found. */
  readonly now: number | undefined;
  readonly idOf: (state: number) => string;
  readonly labelOf: (state: number) => string;
}

/** With more links than these, only those on the way to the bug carry their thread's digit. */
const ROOM_FOR_DIGITS = 48;

export const SpaceDrawing = memo(function SpaceDrawing(props: SpaceDrawingProps) {
  const { trace, space, plan, looks, way, now, idOf, labelOf } = props;
  const threads = [...new Set(space.links.map((link) => link.thread))].sort((a, b) => a - b);
  const colourOf = (thread: number) => colourClass(actorColour(trace, threadActor(thread)));
  return (
    <>
      <g className="ls-space-links" data-many={space.links.length > 120 || undefined}>
        {threads.map((thread) => (
          <path
            key={thread}
            className={colourOf(thread)}
            d={linksPath(
              space.links.filter((link) => link.thread === thread),
              plan,
            )}
          />
        ))}
      </g>
      <g className="ls-space-way" data-fine={plan.radius < 4 || undefined}>
        <path className="ls-space-way-edge" d={linksPath(way, plan)} />
        {way.map((link) => (
          <path key={link.from} className={colourOf(link.thread)} d={linksPath([link], plan)} />
        ))}
      </g>
      {(space.links.length <= ROOM_FOR_DIGITS ? space.links : way).map((link) => (
        <LinkDigit key={`${link.from} ${link.thread}`} link={link} plan={plan} colour={colourOf(link.thread)} />
      ))}
      {[...space.states.keys()].map((state) => {
        const place = plan.places.get(state);
        return (
          place && (
            <g
              key={state}
              id={idOf(state)}
              role="option"
              aria-selected={false}
              aria-label={labelOf(state)}
              className="ls-state"
              data-now={state === now || undefined}
              transform={`translate(${place.x} ${place.y})`}
            >
              <StateMark look={looks.get(state) ?? 'plain'} radius={plan.radius} />
            </g>
          )
        );
      })}
    </>
  );
});

/** The thread of a link, before the middle, where links have not met yet. */
function LinkDigit({ link, plan, colour }: { link: SpaceLink; plan: SpacePlan; colour: string }) {
  const from = plan.places.get(link.from);
  const to = plan.places.get(link.to);
  if (!from || !to) return undefined;
  return (
    <text
      x={from.x + (to.x - from.x) * 0.42}
      y={from.y + (to.y - from.y) * 0.42 + 4}
      textAnchor="middle"
      className={`ls-link-digit ls-halo ${colour}`}
    >
      {link.thread.toString(36)}
    </text>
  );
}

export function linksPath(links: readonly SpaceLink[], { places }: SpacePlan): string {
  return links
    .flatMap(({ from, to }) => {
      const a = places.get(from);
      const b = places.get(to);
      return a && b ? [`M${a.x} ${a.y}L${b.x} ${b.y}`] : [];
    })
    .join('');
}

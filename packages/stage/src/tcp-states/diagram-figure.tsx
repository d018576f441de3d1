import type { ColourNumber } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { PLACES, type Place, reachableFrom, stateAtPlace, TRANSITIONS, transitionOf } from './diagram.ts';
import { DiagramArrow } from './diagram-arrow.tsx';
import { DiagramPlace, type Token } from './diagram-place.tsx';
import type { Journey, Move } from './journey.ts';
import { jumpOf, middleOf, routeOf, type Sheet } from './route.ts';
import { tcpStatesWords } from './words.ts';

interface DiagramProps {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  readonly cursor: number;
  readonly language: Language;
  readonly ends: readonly Journey[];
  readonly listeners: readonly Journey[];
  readonly colourOf: (host: string) => ColourNumber;
  readonly letterOf: (host: string) => string;
}

/** The board with tokens and the ways that they have gone. */
export function Diagram(props: DiagramProps) {
  const { width, height, compact, cursor, language, ends, listeners, colourOf, letterOf } = props;
  const words = tcpStatesWords[language];
  const sheet: Sheet = { width, height: height - 8, halfWidth: compact ? 44 : 59, halfHeight: compact ? 10 : 13 };
  const all = [...ends, ...listeners];
  const begun = ends.filter(({ moves }) => moves.length > 0);
  const reachable = new Set<string>(
    begun.length < 2 ? Object.keys(PLACES) : begun.flatMap(({ place }) => [...reachableFrom(place)]),
  );
  for (const { place } of listeners) reachable.add(place);
  const goneBy = (from: Place, to: Place) =>
    all.flatMap(({ host, moves }) => {
      const own = moves.filter((move) => move.from === from && move.to === to);
      return own.length === 0
        ? []
        : [{ host, colour: colourOf(host), isImplied: own.every((move) => move.witness === 'segments') }];
    });
  const gone = (from: Place, to: Place) => uniqueByHost(goneBy(from, to));
  const isNow = (from: Place, to: Place) =>
    all.some(({ moves }) => moves.some((move) => move.seq === cursor - 1 && move.from === from && move.to === to));
  const jumps = uniqueMoves(all.flatMap(({ moves }) => moves.filter((move) => !transitionOf(move.from, move.to))));
  const tokensAt = (place: Place): readonly Token[] => [
    ...ends.filter((end) => end.place === place && end.moves.length > 0).map((end) => tokenOf(end, false)),
    ...listeners
      .filter((one) => one.place === place && !ends.some((end) => end.host === one.host && end.place === place))
      .map((one) => tokenOf(one, true)),
  ];
  function tokenOf(journey: Journey, isListener: boolean): Token {
    const { host, isImplied, moves } = journey;
    const now = moves.at(-1)?.seq === cursor - 1;
    return { host, letter: letterOf(host), colour: colourOf(host), isImplied, isListener, now };
  }
  return (
    <svg
      className="ls-stage ls-tcp-diagram"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {[...TRANSITIONS]
        .sort((a, b) => gone(a.from, a.to).length - gone(b.from, b.to).length)
        .map((one) => (
          <DiagramArrow
            key={`${one.from} ${one.to}`}
            route={routeOf(one, sheet)}
            event={one.event}
            action={one.action}
            hasLabel={!compact}
            faint={!reachable.has(one.from)}
            now={isNow(one.from, one.to)}
            gone={gone(one.from, one.to)}
          />
        ))}
      {jumps.map(({ from, to }) => (
        <DiagramArrow
          key={`${from} ${to}`}
          route={jumpOf(from, to, sheet)}
          event={to === 'ENDED' ? words.jump : ''}
          action={undefined}
          hasLabel={!compact && to === 'ENDED'}
          faint={false}
          now={isNow(from, to)}
          gone={gone(from, to)}
        />
      ))}
      {(Object.keys(PLACES) as Place[]).map((place) => (
        <DiagramPlace
          key={place}
          state={stateAtPlace(place)}
          at={middleOf(place, sheet)}
          sheet={sheet}
          compact={compact}
          faint={!reachable.has(place)}
          visited={all.some(({ moves }) => moves.some((move) => move.from === place))}
          now={all.some(({ place: at, moves }) => at === place && moves.at(-1)?.seq === cursor - 1)}
          tokens={tokensAt(place)}
          title={words.meaning[stateAtPlace(place)]}
        />
      ))}
    </svg>
  );
}

function uniqueByHost<T extends { readonly host: string }>(list: readonly T[]): readonly T[] {
  return list.filter((one, index) => list.findIndex(({ host }) => host === one.host) === index);
}

function uniqueMoves(moves: readonly Move[]): readonly Move[] {
  return moves.filter((one, index) => moves.findIndex(({ from, to }) => from === one.from && to === one.to) === index);
}

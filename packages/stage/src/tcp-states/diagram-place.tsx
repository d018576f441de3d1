import type { ColourNumber } from '@lockstep/trace';
import { colourClass } from '../actor-colour.ts';
import type { Point, Sheet } from './route.ts';

/** An end that stands at a place. */
export interface Token {
  readonly host: string;
  readonly letter: string;
  readonly colour: ColourNumber;
  readonly isImplied: boolean;
  /** It is the socket that listens, not a connection. */
  readonly isListener: boolean;
  readonly now: boolean;
}

interface DiagramPlaceProps {
  readonly state: string;
  readonly at: Point;
  readonly sheet: Sheet;
  readonly compact: boolean;
  readonly faint: boolean;
  /** An end has been here and has gone on. */
  readonly visited: boolean;
  readonly now: boolean;
  readonly tokens: readonly Token[];
  readonly title: string;
}

const RADIUS = 11;

/** A state with the tokens of the ends that are in it, at its upper corners. */
export function DiagramPlace({ state, at, sheet, compact, faint, visited, now, tokens, title }: DiagramPlaceProps) {
  const { halfWidth, halfHeight } = sheet;
  return (
    <g
      className="ls-tcp-place"
      data-state={state}
      data-faint={faint || undefined}
      data-visited={(faint && visited) || undefined}
      data-now={now || undefined}
      data-here={tokens.length > 0 || undefined}
    >
      <title>{title}</title>
      <rect
        x={at.x - halfWidth + 0.5}
        y={at.y - halfHeight + 0.5}
        width={halfWidth * 2 - 1}
        height={halfHeight * 2 - 1}
        rx={2}
        className="ls-tcp-box"
      />
      <text x={at.x} y={at.y + 4} textAnchor="middle" className="ls-tcp-state" style={{ fontSize: compact ? 10 : 12 }}>
        {state}
      </text>
      {tokens.map((token, index) => (
        <TokenDisc
          key={`${token.host}${token.isListener}`}
          token={token}
          x={at.x + (index % 2 === 0 ? -1 : 1) * (halfWidth + 2)}
          y={at.y - halfHeight - (index > 1 ? 20 : 2)}
          radius={compact ? 9 : RADIUS}
        />
      ))}
    </g>
  );
}

interface TokenDiscProps {
  readonly token: Token;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Filled: a connection's end. Dashed: only implied. A square: the socket that listens. */
function TokenDisc({ token, x, y, radius }: TokenDiscProps) {
  const shape = { className: 'ls-tcp-disc', 'data-implied': token.isImplied || undefined };
  return (
    <g
      className={`ls-tcp-token ${colourClass(token.colour)}`}
      data-host={token.host}
      data-implied={token.isImplied || undefined}
      data-listener={token.isListener || undefined}
    >
      {token.now && <circle cx={x} cy={y} r={radius + 3.5} className="ls-line ls-now" style={{ strokeWidth: 2.5 }} />}
      {token.isListener ? (
        <rect x={x - radius} y={y - radius} width={radius * 2} height={radius * 2} rx={2} {...shape} />
      ) : (
        <circle cx={x} cy={y} r={radius} {...shape} />
      )}
      <text x={x} y={y + 4} textAnchor="middle" className="ls-tcp-letter">
        {token.letter}
      </text>
    </g>
  );
}

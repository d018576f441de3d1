import { printed } from '../printed.ts';
import { monoWidth } from '../text-width.ts';
import type { Operation } from './operations.ts';

/** Narrower blocks show numbers only, so that a lane does not mix both. */
const LEAST_FOR_WORDS = 28;

interface BlockProps {
  readonly operation: Operation;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly future: boolean;
  /** On the lane of nobody's colour: outlined in ink. */
  readonly ink: boolean;
}

/** One operation. Its word and its number are written as far as they fit. */
export function Block({ operation, x, width, top, height, future, ink }: BlockProps) {
  const { form, word, value, detail } = operation;
  if (form === 'mark') return undefined;
  const number = value === undefined ? detail : printed(value);
  const low = height < 30;
  const wordSize = Math.max(10.5, Math.min(12, (12 * (width - 8)) / Math.max(1, monoWidth(word, 12))));
  const wordFits = width >= LEAST_FOR_WORDS && monoWidth(word, wordSize) <= width - 3;
  const numberFits = number !== undefined && !low && monoWidth(number, value === undefined ? 11 : 16) <= width - 2;
  const both = wordFits && numberFits;
  const middle = top + height / 2;
  const solid = form === 'block' && !future;
  return (
    <g
      className="ls-block"
      data-solid={solid || undefined}
      data-future={future || undefined}
      data-ink={ink || undefined}
    >
      <rect
        x={x + 1}
        y={solid ? top : top + 0.5}
        width={Math.max(1, width - (solid ? 2 : 3))}
        height={solid ? height : height - 1}
        rx={2}
        className="ls-block-box"
      />
      {wordFits && (
        <text
          x={x + width / 2}
          y={both ? top + height * 0.4 : middle + 4}
          textAnchor="middle"
          className="ls-block-word"
          style={{ fontSize: wordSize }}
        >
          {word}
        </text>
      )}
      {numberFits && (
        <text
          x={x + width / 2}
          y={both ? top + height * 0.79 : middle + 5.5}
          textAnchor="middle"
          className={value === undefined ? 'ls-block-detail' : 'ls-block-value'}
        >
          {number}
        </text>
      )}
    </g>
  );
}

import { printed } from '../printed.ts';
import { monoWidth } from '../text-width.ts';
import type { Operation } from './operation.ts';

/** Narrower blocks show numbers only, so that a lane does not mix both. */
const LEAST_FOR_WORDS = 28;
/** Lower ones have one line. */
const LEAST_FOR_TWO_LINES = 30;
/** The letters of a word stand a little closer (lanes.css). */
const SET_TIGHT = 0.96;
/** Only where the box is very small, or seen through the projector's lens. */
const LEAST_FOR_USUAL = 16;
/** How deep the notch of a refusal and the teeth of a failure are. */
const NOTCH = 5;

interface BlockProps {
  readonly operation: Operation;
  /** Character of the thread: whoever looks at a narrow block still knows whose it is. */
  readonly mark: string | undefined;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly future: boolean;
  /** On the lane of nobody's colour: outlined in ink. */
  readonly ink: boolean;
}

/** One operation. Its word and its number are written as far as they fit; what came to nothing is told by its shape. */
export function Block({ operation, mark, x, width, top, height, future, ink }: BlockProps) {
  const { form } = operation;
  const solid = (form === 'block' || form === 'token') && !future;
  const box = {
    x: x + 1,
    y: solid ? top : top + 0.5,
    width: Math.max(1, width - (solid ? 2 : 3)),
    height: solid ? height : height - 1,
  };
  return (
    <g
      className="ls-block"
      data-form={form}
      data-solid={solid || undefined}
      data-future={future || undefined}
      data-ink={ink || undefined}
    >
      {form === 'refused' ? (
        <path d={notched(box)} className="ls-block-box" />
      ) : form === 'failed' ? (
        <path d={torn(box)} className="ls-block-box" />
      ) : (
        <rect {...box} rx={2} className="ls-block-box" />
      )}
      {form === 'failed' && width > 16 && (
        <path d={`M${x + width - 9} ${top - 4}l8 8m0 -8l-8 8`} className="ls-block-cross" />
      )}
      {form === 'token' && <Token x={x + width / 2} y={top + 1} />}
      <Words
        operation={operation}
        mark={mark}
        x={x}
        width={width - (form === 'refused' ? NOTCH : 0)}
        top={top}
        height={height}
      />
    </g>
  );
}

type WordsProps = Pick<BlockProps, 'operation' | 'mark' | 'x' | 'width' | 'top' | 'height'>;

function Words({ operation: { form, word, value, detail }, mark, x, width, top, height }: WordsProps) {
  const number = value === undefined ? detail : printed(value);
  const middle = x + width / 2;
  const isToken = form === 'token';
  if (height < LEAST_FOR_TWO_LINES) {
    const size = height < LEAST_FOR_USUAL ? 9.5 : 10.5;
    const line = [`${word} ${number ?? ''}`.trimEnd(), word, number, mark].find(
      (text) => text !== undefined && monoWidth(text, size) <= width - 3,
    );
    return (
      <text
        x={middle}
        y={top + height / 2 + 3.8}
        textAnchor="middle"
        className="ls-block-word"
        style={{ fontSize: size }}
      >
        {line}
      </text>
    );
  }
  const numberSize = value === undefined ? 11 : height < 40 ? 13 : 16;
  const wordSize = Math.max(10.5, Math.min(12, (12 * (width - 8)) / Math.max(1, monoWidth(word, 12))));
  const wordFits = width >= LEAST_FOR_WORDS;
  const written = wordFits ? fitted(word, (width - 3) / SET_TIGHT, wordSize) : '';
  const numberWritten =
    number === undefined
      ? undefined
      : value === undefined
        ? wordFits && fitted(number, width - 4, numberSize)
        : monoWidth(number, numberSize) <= width - 2 && number;
  const both = written !== '' && numberWritten;
  const center = top + height / 2 + (isToken ? 3 : 0);
  if (written === '' && !numberWritten)
    return mark !== undefined && width >= 9 ? (
      <text x={middle} y={center + 4} textAnchor="middle" className="ls-block-detail">
        {mark}
      </text>
    ) : undefined;
  return (
    <>
      {written !== '' && (
        <text
          x={middle}
          y={both ? top + height * (isToken ? 0.46 : 0.4) : center + 4}
          textAnchor="middle"
          className="ls-block-word"
          style={{ fontSize: wordSize }}
        >
          {written}
        </text>
      )}
      {numberWritten && (
        <text
          x={middle}
          y={both ? top + height * (isToken ? 0.82 : 0.79) : center + 5.5}
          textAnchor="middle"
          className={value === undefined ? 'ls-block-detail' : 'ls-block-value'}
          style={{ fontSize: numberSize }}
        >
          {numberWritten}
        </text>
      )}
    </>
  );
}

/** The token that only one thread of an interpreter can have. */
export function Token({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g className="ls-token">
      <circle cx={x} cy={y} r={5.5} className="ls-token-rim" />
      <circle cx={x} cy={y} r={2} className="ls-token-dot" />
    </g>
  );
}

/** As much of a text as there is room for; nothing where that would be less than three characters. */
function fitted(text: string, room: number, size: number): string {
  if (monoWidth(text, size) <= room) return text;
  const most = Math.floor(room / (size * 0.6)) - 1;
  return most < 2 ? '' : `${text.slice(0, most)}…`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The right side bounces back. */
function notched({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}l${-NOTCH} ${height / 2}l${NOTCH} ${height / 2}h${-width}z`;
}

/** The lower side is torn. */
function torn({ x, y, width, height }: Box): string {
  const teeth = Math.max(2, Math.round(width / 8));
  const step = width / teeth;
  const edge = Array.from({ length: teeth }, () => `l${-step / 2} ${-NOTCH}l${-step / 2} ${NOTCH}`).join('');
  return `M${x} ${y}h${width}v${height}${edge}z`;
}

import type { ByteStream, Span, StreamWrite } from '@lockstep/trace';
import type { Contents } from './contents.ts';
import type { Moved, RowName } from './moved.ts';
import type { StreamPlan } from './plan.ts';
import type { StreamProps } from './stream-props.ts';
import type { StreamWindow } from './window.ts';
import type { StreamWords } from './words.ts';

/** What all parts of the drawing share. */
export interface StreamFigure extends StreamProps {
  /** The stream at the cursor. */
  readonly stream: ByteStream;
  /** The stream at the end of what was recorded. */
  readonly whole: ByteStream;
  /** All writes, as far as their source is shown: they give the bytes their colours. */
  readonly writes: readonly StreamWrite[];
  readonly contents: Contents;
  readonly plan: StreamPlan;
  readonly window: StreamWindow;
  readonly moved: readonly Moved[];
  readonly rowNow: RowName | undefined;
  /** Place of the present event; −1 before the first. */
  readonly presentSeq: number;
  /** For references inside the drawing. */
  readonly id: string;
  readonly words: StreamWords;
  /** x of the left side of a byte. */
  readonly scale: (position: number) => number;
}

/** What every part is given. */
export interface InFigure {
  readonly figure: StreamFigure;
}

/** Whether a stretch is the present step's in its row. */
export function isNow({ moved }: StreamFigure, row: RowName, span: Span): boolean {
  return moved.some((one) => one.row === row && one.from < span.to && span.from < one.to);
}

/** Whether the programs have told of the bytes of their calls; recordings of before that do not know them. */
export function isTold({ whole }: StreamFigure): boolean {
  return whole.writes.length > 0 || whole.reads.length > 0;
}

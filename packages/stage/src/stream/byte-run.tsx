import type { Span } from '@lockstep/trace';
import { monoWidth } from '../text-width.ts';
import type { InFigure } from './figure.ts';
import { clipped, type Run } from './owned.ts';
import { patternOf, writeClass } from './write-look.tsx';

/** `solid`: the bytes are here; `pale`: they are somewhere else too, or have been here; `future`: they will be. */
export type Look = 'solid' | 'pale' | 'future';

interface ByteRunProps extends InFigure {
  readonly run: Run;
  readonly y: number;
  readonly look: Look;
  /** It has a label of its own, which says which write it is. */
  readonly isLabelled?: boolean;
}

/** Height of the pattern at the foot of the bytes. */
const bandOf = (cellHeight: number) => (cellHeight < 20 ? 4 : 6);

/** Bytes of one write side by side: a cell and a letter each, or a block with their number. */
export function ByteRun({ figure, run, y, look, isLabelled = false }: ByteRunProps) {
  const { scale, plan, window, id, contents } = figure;
  const shown = clipped(run, window);
  if (!shown) return undefined;
  const x = scale(shown.from);
  const width = Math.max(0.6, scale(shown.to) - x);
  const height = plan.cellHeight;
  const band = bandOf(height);
  const pattern = look === 'future' ? undefined : patternOf(id, run.write, look === 'pale');
  return (
    <g className={`ls-run ${writeClass(run.write)}`} data-look={look} data-write={run.write?.number}>
      <rect x={x} y={y} width={width} height={height} className="ls-run-box" />
      {pattern !== undefined && <rect x={x} y={y + height - band} width={width} height={band} fill={pattern} />}
      {look !== 'future' && window.hasLetters && <Letters figure={figure} span={shown} y={y} />}
      {look !== 'future' && !isLabelled && (!window.hasLetters || contents(shown.from) === undefined) && (
        <BlockText figure={figure} run={run} x={x + width / 2} y={y} width={width} />
      )}
    </g>
  );
}

interface LettersProps extends InFigure {
  readonly span: Span;
  readonly y: number;
}

function Letters({ figure, span, y }: LettersProps) {
  const { scale, plan, window, contents } = figure;
  const { pitch } = window;
  const size = Math.min(13.5, pitch * 1.4, plan.cellHeight - 3);
  const baseline = y + (plan.cellHeight - bandOf(plan.cellHeight) * 0.6) / 2 + size * 0.34;
  let letters = '';
  let xs = '';
  let spaces = '';
  let cuts = '';
  for (let at = span.from; at < span.to; at++) {
    const byte = contents(at);
    const middle = scale(at) + pitch / 2;
    if (at > span.from) cuts += `M${round(scale(at))} ${y}v${plan.cellHeight}`;
    if (byte === 0x20) spaces += `M${round(middle - 2.5)} ${round(baseline - 2)}v2.5h5v-2.5`;
    else if (byte !== undefined) {
      letters += letterOf(byte);
      xs += `${round(middle)} `;
    }
  }
  return (
    <>
      {pitch >= 10 && <path d={cuts} className="ls-run-cuts" />}
      {spaces !== '' && <path d={spaces} className="ls-run-space" />}
      {letters !== '' && (
        <text x={xs.trim()} y={round(baseline)} textAnchor="middle" className="ls-run-text" style={{ fontSize: size }}>
          {letters}
        </text>
      )}
    </>
  );
}

interface BlockTextProps extends InFigure {
  readonly run: Run;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Which write, and how many bytes of it, as far as there is room. */
function BlockText({ figure, run, x, y, width }: BlockTextProps) {
  const { plan, words } = figure;
  const number = run.write ? `#${run.write.number}` : '';
  const full = `${number} ${words.bytes(run.to - run.from)}`.trim();
  const text = [full, number].find((one) => monoWidth(one, 11) + 6 <= width);
  if (text === undefined || text === '') return undefined;
  return (
    <text
      x={x}
      y={y + (plan.cellHeight - bandOf(plan.cellHeight) * 0.6) / 2 + 3.8}
      textAnchor="middle"
      className="ls-run-text"
      style={{ fontSize: 11 }}
    >
      {text}
    </text>
  );
}

/** Printable ASCII as it is, an arrow for the end of a line, a dot for any other byte. */
function letterOf(byte: number): string {
  if (byte === 0x0a) return '↵';
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

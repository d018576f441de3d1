import type { Language } from '../text.ts';
import type { Geometry } from './geometry.ts';
import type { Row } from './layout.ts';
import type { SequenceView } from './view.ts';
import { sequenceWords } from './words.ts';

interface MoreProps {
  readonly geometry: Geometry;
  readonly view: SequenceView;
  readonly bodyHeight: number;
  readonly length: number;
  readonly showFuture: boolean;
  readonly language: Language;
  readonly rows: readonly Row[];
}

/** Says how many steps lie above and below the box. */
export function More({ geometry, view, bodyHeight, length, showFuture, language, rows }: MoreProps) {
  const words = sequenceWords[language];
  const above = view.firstRow > 0 ? (rows[view.firstRow]?.first ?? 0) : 0;
  const last = rows[view.lastRow]?.last;
  const below = showFuture && last !== undefined ? length - 1 - last : 0;
  const x = geometry.middleX;
  return (
    <>
      {above > 0 && <Hint x={x} top={0} width={geometry.width} text={`↑ ${words.earlier(above)}`} />}
      {below > 0 && <Hint x={x} top={bodyHeight - STRIP} width={geometry.width} text={`↓ ${words.later(below)}`} />}
    </>
  );
}

interface HintProps {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly text: string;
}

const STRIP = 18;

function Hint({ x, top, width, text }: HintProps) {
  return (
    <g className="ls-hint">
      <rect x={0} y={top} width={width} height={STRIP} className="ls-paper" />
      <text x={x} y={top + 13} textAnchor="middle" className="ls-note ls-small">
        {text}
      </text>
    </g>
  );
}

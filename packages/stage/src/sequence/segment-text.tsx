import type { SegmentLabel } from './segment-label.ts';

interface SegmentTextProps {
  readonly label: SegmentLabel;
  readonly size: number;
  /** Something crosses it: it gets a rim of paper. */
  readonly crossed?: boolean;
}

/** The writing of a segment, around x = 0: which connection, flags bold, fields regular. */
export function SegmentText({ label, size, crossed = false }: SegmentTextProps) {
  return (
    <text
      textAnchor="middle"
      className={crossed ? 'ls-segment-text ls-halo' : 'ls-segment-text'}
      style={{ fontSize: size }}
    >
      {label.tag !== undefined && <tspan className="ls-segment-tag">{label.tag} </tspan>}
      <tspan className="ls-segment-flags">{label.flags}</tspan>
      {label.fragment && <tspan dx={5}>{pieces(label.fragment)}</tspan>}
      {label.fields !== '' && <tspan dx={label.fragment ? 5 : 9}>{label.fields}</tspan>}
    </text>
  );
}

/** A square a piece, this one filled: ▢▣▢. */
function pieces({ number, of }: { readonly number: number; readonly of: number }): string {
  if (of > 6) return `${number}/${of}`;
  return Array.from({ length: of }, (_, index) => (index + 1 === number ? '■' : '□')).join('');
}

import type { ReactNode } from 'react';

interface Box {
  readonly width: number;
  readonly height: number;
}

interface StageRowProps extends Box {
  readonly parts: readonly ((box: Box) => ReactNode)[];
}

const GAP = 16;

/**
 * Stages beside each other in one box, equally wide: two courses of the same run, to be compared line by line.
 *
 * @example <StageRow {...box} parts={[(half) => <Sequence {...stage} {...half} hosts={…} />, …]} />
 */
export function StageRow({ width, height, parts }: StageRowProps) {
  const box = { width: Math.floor((width - GAP * (parts.length - 1)) / parts.length), height };
  return (
    <div className="ls-row" style={{ width, height, gap: GAP }}>
      {parts.map((draw, index) => (
        // A part is its place in the row.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} style={box}>
          {draw(box)}
        </div>
      ))}
    </div>
  );
}

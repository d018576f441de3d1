import type { ReactNode } from 'react';

interface Box {
  readonly width: number;
  readonly height: number;
}

interface StackPart {
  /** Its part of the height, in relation to the others'. */
  readonly share: number;
  readonly draw: (box: Box) => ReactNode;
}

interface StageStackProps extends Box {
  /** Draws the first part only. */
  readonly compact: boolean;
  readonly parts: readonly StackPart[];
}

const GAP = 8;

/**
 * Stages one above the other in one box; the most telling one first, which a narrow screen gets alone.
 *
 * @example <StageStack {...stage} parts={[{ share: 3, draw: (box) => <WaitFor {...stage} {...box} /> }, …]} />
 */
export function StageStack({ width, height, compact, parts }: StageStackProps) {
  const shown = compact ? parts.slice(0, 1) : parts;
  const shares = shown.reduce((sum, { share }) => sum + share, 0);
  const free = height - GAP * (shown.length - 1);
  return (
    <div className="ls-stack" style={{ width, height, gap: GAP }}>
      {shown.map(({ share, draw }, index) => {
        const box = { width, height: Math.floor((free * share) / shares) };
        return (
          // A part is its place in the stack.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} style={box}>
            {draw(box)}
          </div>
        );
      })}
    </div>
  );
}

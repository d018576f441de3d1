import type { ReactNode } from 'react';

interface FoldedCardProps {
  readonly title: string;
  /** What is seen of it when it is folded. */
  readonly short: string;
  readonly children: ReactNode;
}

/** A card beside the picture; folded, it leaves the picture free. */
export function FoldedCard({ title, short, children }: FoldedCardProps) {
  return (
    <details className="card" open>
      <summary>
        <span className="cap">{title}</span>
        <span className="card-short">{short}</span>
      </summary>
      <div className="card-body">{children}</div>
    </details>
  );
}

import type { ReactNode } from 'react';

interface SlotRowProps {
  readonly title: string;
  readonly count: string;
  /** The present step changed the count. */
  readonly now: boolean;
  /** Places that there are; undefined: the kernel does not say how many. */
  readonly limit: number | undefined;
  readonly tokens: readonly ReactNode[];
  /** Taken, but by whom is not known. */
  readonly unknown: number;
  readonly remark: string;
  readonly isFull: boolean;
}

/** The most places that are drawn one by one. */
const MOST = 24;
const FEWEST = 4;
/** More than so many are drawn smaller. */
const DENSE = 5;

/** A queue as a row of places; open at its end where its length is not known. */
export function SlotRow({ title, count, now, limit, tokens, unknown, remark, isFull }: SlotRowProps) {
  const taken = tokens.length + unknown;
  const places = Math.min(MOST, limit ?? Math.max(FEWEST, taken + 1));
  const shown = Math.max(places, Math.min(MOST, taken));
  return (
    <section
      className="ls-listener-queue"
      data-full={isFull || undefined}
      data-open={limit === undefined || undefined}
      data-dense={shown > DENSE || undefined}
    >
      <header>
        <b>{title}</b>
        <span data-now={now || undefined}>{count}</span>
      </header>
      <ol className="ls-listener-slots">
        {Array.from({ length: shown }, (_, index) => (
          // A slot is its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} data-free={index >= taken || undefined}>
            {tokens[index] ?? (index < taken ? <i className="ls-caller-unknown" /> : undefined)}
          </li>
        ))}
        {taken > shown && <li className="ls-listener-more">+{taken - shown}</li>}
        {limit !== undefined && limit > shown && taken <= shown && (
          <li className="ls-listener-more">+{limit - shown}</li>
        )}
      </ol>
      {remark !== '' && <p>{remark}</p>}
    </section>
  );
}

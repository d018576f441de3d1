import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface ShownRows {
  readonly columns: number;
  /** First row to be drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
}

/** Rows beyond the edges of the screen that are drawn as well. */
const BEYOND = 2;

/**
 * Which rows of a grid stand on the screen, or nearly; only they are drawn, so that ten thousand runs scroll as ten do.
 * @param rowHeight with the gap below it, in pixels
 */
export function useShownRows(
  rowHeight: number,
  leastWidth: number,
  gap: number,
): [RefObject<HTMLDivElement | null>, ShownRows] {
  const ref = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<ShownRows>({ columns: 1, first: 0, end: 4 });

  const look = useCallback((): void => {
    const box = ref.current?.getBoundingClientRect();
    if (!box) return;
    const columns = Math.max(1, Math.floor((box.width + gap) / (leastWidth + gap)));
    const first = Math.max(0, Math.floor(-box.top / rowHeight) - BEYOND);
    const end = Math.max(first + 1, Math.ceil((innerHeight - box.top) / rowHeight) + BEYOND);
    setRows((old) =>
      old.columns === columns && old.first === first && old.end === end ? old : { columns, first, end },
    );
  }, [rowHeight, leastWidth, gap]);

  useLayoutEffect(look);
  useEffect(() => {
    addEventListener('scroll', look, { passive: true, capture: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [look]);
  return [ref, rows];
}

// The middle of many positive numbers that come one after the other. The first few thousand are kept, and their median is
// exact; of more only how many fell between two marks is kept, 64 marks each time the number doubles: within 1 %.

export interface Median {
  add(value: number): void;
  /** Undefined while there are none. */
  value(): number | undefined;
}

const MOST_KEPT = 4096;
const MARKS = 64;
/** Marks below this are all the same: 2 ** -20. */
const LEAST_MARK = -20 * MARKS;

export function createMedian(): Median {
  let kept: number[] | undefined = [];
  let sorted = true;
  let total = 0;
  const counts: number[] = [];

  const count = (value: number): void => {
    const mark = Math.max(LEAST_MARK, Math.round(Math.log2(value) * MARKS)) - LEAST_MARK;
    while (counts.length <= mark) counts.push(0);
    counts[mark] = (counts[mark] as number) + 1;
  };

  return {
    add(value) {
      total++;
      if (kept) {
        kept.push(value);
        sorted = false;
        if (kept.length <= MOST_KEPT) return;
        for (const one of kept) count(one);
        kept = undefined;
      } else count(value);
    },
    value() {
      if (total === 0) return undefined;
      const middle = Math.floor(total / 2);
      if (kept) {
        if (!sorted) kept.sort((a, b) => a - b);
        sorted = true;
        return kept[middle];
      }
      let before = 0;
      for (const [mark, many] of counts.entries()) {
        before += many;
        if (before > middle) return 2 ** ((mark + LEAST_MARK) / MARKS);
      }
      return undefined;
    },
  };
}

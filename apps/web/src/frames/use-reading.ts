import type { Trace } from '@lockstep/trace';
import { useEffect, useMemo, useRef, useState } from 'react';
import { atRest } from './spare-time.ts';

/** Up to here a trace is read within a commit; a longer one a little later. */
export const MOST_READ_AT_ONCE = 4096;
/** While a run grows it is read anew when it has grown by this part of itself. */
const GROWTH = 1.5;

/**
 * What is read from the whole trace: at once while it is short; of a long one a little later, when nothing moves, and
 * `before` until then. While a long run grows, what was read last stays for a while.
 * @param read the same function as long as it reads the same
 * @param isOver the trace grows no more
 */
export function useReading<Read>(
  trace: Trace | undefined,
  length: number,
  isOver: boolean,
  read: (trace: Trace) => Read,
  before: Read,
): Read {
  const isLong = length > MOST_READ_AT_ONCE;
  const shortLength = isLong ? 0 : length;
  const atOnce = useMemo(() => (trace && shortLength > 0 ? read(trace) : undefined), [trace, shortLength, read]);
  const [later, setLater] = useState<{ readonly trace: Trace; readonly read: unknown; readonly found: Read }>();
  const readLength = useRef<{ readonly trace: Trace; readonly read: unknown; readonly length: number }>(undefined);
  useEffect(() => {
    if (!trace || !isLong) return undefined;
    const last = readLength.current;
    const isSame = last?.trace === trace && last.read === read;
    if (isSame && (length === last.length || (!isOver && length < last.length * GROWTH))) return undefined;
    return atRest(() => {
      readLength.current = { trace, read, length: trace.length };
      setLater({ trace, read, found: read(trace) });
    });
  }, [trace, length, isLong, isOver, read]);
  if (!isLong) return atOnce ?? before;
  return later?.trace === trace && later?.read === read ? later.found : before;
}

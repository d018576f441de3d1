import { readAhead } from '@lockstep/stage';
import { foldAhead } from '@lockstep/trace';
import { useEffect } from 'react';
import { inSpareTime, notInSpareTime } from '../frames/spare-time.ts';
import { MOST_READ_AT_ONCE } from '../frames/use-reading.ts';
import { usePlayer } from './bench.ts';

/** Events of a slice: a few milliseconds. */
const SLICE = 1024;

/** What the drawings of a long run have begun to read is read to its end in spare moments, so that any jump is quick. */
export function useReadAhead(): void {
  const { trace, length } = usePlayer((state) => ({ trace: state.trace, length: state.length }));
  useEffect(() => {
    if (!trace || length <= MOST_READ_AT_ONCE) return undefined;
    const slice = (): boolean => {
      const isMoreDrawn = readAhead(trace, SLICE);
      return foldAhead(trace, SLICE) || isMoreDrawn;
    };
    inSpareTime(slice);
    return () => notInSpareTime(slice);
  }, [trace, length]);
}

import type { ClassSummary } from '@lockstep/lab';
import { useEffect, useState } from 'react';
import { fetchSummary, type SummaryPlace } from './fetch-summary.ts';

/**
 * What a class has done so far; undefined until it is known.
 * @param version fetched again when it changes
 */
export function useClassRecord(place: SummaryPlace | undefined, version: string | undefined): ClassSummary | undefined {
  const [record, setRecord] = useState<ClassSummary>();
  useEffect(() => {
    let isCurrent = true;
    if (place)
      void fetchSummary(place).then((fetched) => {
        if (isCurrent && fetched.kind === 'summary') setRecord(fetched.summary);
      });
    return () => {
      isCurrent = false;
    };
  }, [place, version]);
  return record;
}

import type { ClassAct } from '@lockstep/lab';
import { useCallback, useState } from 'react';
import { classSession } from '../class/class-session.ts';
import type { AnyRefusal } from '../live/connection.ts';

export type Refused = AnyRefusal;

/** Tells the class what is done here, and keeps the last refusal until something succeeds. */
export function useActs(): { readonly act: (act: ClassAct) => void; readonly refused: Refused | undefined } {
  const [refused, setRefused] = useState<Refused>();
  const act = useCallback((what: ClassAct) => {
    void classSession()
      .act(what)
      .then((reply) => setRefused(reply.ok ? undefined : reply));
  }, []);
  return { act, refused };
}

import type { ReactNode } from 'react';

interface RunLinkProps {
  readonly lab: string;
  readonly run: string;
  readonly children: ReactNode;
}

/** To the recording of a run. */
export function RunLink({ lab, run, children }: RunLinkProps) {
  return <a href={`/labs/${lab}?run=${run}`}>{children}</a>;
}

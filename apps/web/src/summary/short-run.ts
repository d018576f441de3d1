const LENGTH = 8;

/** Enough of a run's name to tell it from the others on a page. */
export function shortRun(run: string): string {
  return run.slice(0, LENGTH);
}

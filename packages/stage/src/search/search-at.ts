import type { EventOf, Trace } from '@lockstep/trace';

/** Where a search stands at a cursor. */
export interface SearchState {
  /** Those that were recorded one by one, in the order in which they were tried. */
  readonly all: readonly EventOf<'schedule.tried'>[];
  readonly tried: number;
  readonly wrong: number;
  /** Cut short, as far as it was told. */
  readonly pruned: number | undefined;
  /** Schedules a second, while it searches. */
  readonly perSecond: number | undefined;
  /** The first that went wrong: it is found before the search says that it is over. */
  readonly breaking: EventOf<'schedule.tried'> | undefined;
  readonly finished: EventOf<'search.finished'> | undefined;
}

export function searchAt(trace: Trace, cursor: number): SearchState {
  const all: EventOf<'schedule.tried'>[] = [];
  let progressed: EventOf<'search.progressed'> | undefined;
  let finished: EventOf<'search.finished'> | undefined;
  for (let seq = 0; seq < cursor; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'schedule.tried' && kind !== 'search.progressed' && kind !== 'search.finished') continue;
    const event = trace.event(seq);
    if (event.kind === 'schedule.tried') all.push(event);
    else if (event.kind === 'search.progressed') progressed = event;
    else if (event.kind === 'search.finished') finished = event;
  }
  return {
    all,
    tried: finished?.tried ?? Math.max(all.at(-1)?.number ?? 0, progressed?.tried ?? 0),
    wrong: all.filter((one) => !one.expected).length,
    pruned: finished?.pruned ?? progressed?.pruned,
    perSecond: finished ? undefined : progressed?.perSecond,
    breaking: all.find((one) => !one.expected),
    finished,
  };
}

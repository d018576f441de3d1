import type { EventOf, Trace } from '@lockstep/trace';

/** Where a search stands at a cursor. */
export interface SearchState {
  /** Those that were recorded one by one, in the order in which they were tried. */
  readonly all: readonly EventOf<'schedule.tried'>[];
  readonly tried: number;
  readonly wrong: number;
  readonly finished: EventOf<'search.finished'> | undefined;
}

export function searchAt(trace: Trace, cursor: number): SearchState {
  const all: EventOf<'schedule.tried'>[] = [];
  let finished: EventOf<'search.finished'> | undefined;
  for (let seq = 0; seq < cursor; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'schedule.tried' && kind !== 'search.finished') continue;
    const event = trace.event(seq);
    if (event.kind === 'schedule.tried') all.push(event);
    else if (event.kind === 'search.finished') finished = event;
  }
  return {
    all,
    tried: finished?.tried ?? all.at(-1)?.number ?? 0,
    wrong: all.filter((one) => !one.expected).length,
    finished,
  };
}

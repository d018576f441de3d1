import type { EventOf, Trace } from '@lockstep/trace';

/** Where a search stands at a cursor. */
export interface SearchState {
  readonly tried: number;
  readonly wrong: number;
  readonly last: EventOf<'schedule.tried'> | undefined;
  readonly finished: EventOf<'search.finished'> | undefined;
}

export function searchAt(trace: Trace, cursor: number): SearchState {
  let tried = 0;
  let wrong = 0;
  let last: EventOf<'schedule.tried'> | undefined;
  let finished: EventOf<'search.finished'> | undefined;
  for (let seq = 0; seq < cursor; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'schedule.tried' && kind !== 'search.finished') continue;
    const event = trace.event(seq);
    if (event.kind === 'schedule.tried') {
      tried++;
      if (!event.expected) wrong++;
      last = event;
    } else if (event.kind === 'search.finished') finished = event;
  }
  return { tried, wrong, last, finished };
}

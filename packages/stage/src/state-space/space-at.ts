// The states of a small program as far as the explorer has told of them, and what they mean for one another.
import { clampCursor, findEvent, parseSchedule, type Trace } from '@lockstep/trace';

type SpaceEnd = '' | 'good' | 'bad' | 'deadlock';

export interface SpaceState {
  readonly state: number;
  readonly label: string;
  readonly end: SpaceEnd;
  /** Operations from the start. */
  readonly depth: number;
  readonly schedule: readonly number[];
  readonly seq: number;
}

export interface SpaceLink {
  readonly from: number;
  readonly to: number;
  readonly thread: number;
}

export interface Space {
  readonly states: ReadonlyMap<number, SpaceState>;
  readonly links: readonly SpaceLink[];
  /** Where each thread leads from a state. */
  readonly out: ReadonlyMap<number, readonly SpaceLink[]>;
}

export function spaceAt(trace: Trace, wanted: number): Space {
  const states = new Map<number, SpaceState>();
  const links: SpaceLink[] = [];
  const out = new Map<number, SpaceLink[]>();
  const cursor = clampCursor(trace, wanted);
  for (let seq = 0; seq < cursor; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'state.found' && kind !== 'state.linked') continue;
    const event = trace.event(seq);
    if (event.kind === 'state.found') {
      const { state, label, depth } = event;
      states.set(state, { state, label, end: endOf(event.end), depth, schedule: parseSchedule(event.schedule), seq });
    } else if (event.kind === 'state.linked') {
      const link = { from: event.from, to: event.to, thread: event.thread };
      links.push(link);
      out.set(link.from, [...(out.get(link.from) ?? []), link]);
    }
  }
  return { states, links: links.filter((link) => states.has(link.from) && states.has(link.to)), out };
}

/** Whether nothing more is found after this cursor, and the run says that it is over. */
export function isWholeSpace(trace: Trace, length: number, cursor: number): boolean {
  for (let seq = cursor; seq < length; seq++) if (trace.kindAt(seq).startsWith('state.')) return false;
  return findEvent(trace, ({ kind }) => kind === 'search.finished' || kind === 'run.ended') !== undefined;
}

/** States that are no end yet, and from which no good end can be reached any more. Only a whole space can tell. */
export function doomedIn({ states, links }: Space): ReadonlySet<number> {
  const into = new Map<number, number[]>();
  for (const { from, to } of links) into.set(to, [...(into.get(to) ?? []), from]);
  const saved = new Set<number>();
  const queue = [...states.values()].filter((state) => state.end === 'good').map((state) => state.state);
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (saved.has(state)) continue;
    saved.add(state);
    queue.push(...(into.get(state) ?? []));
  }
  const doomed = [...states.values()].filter((state) => state.end === '' && !saved.has(state.state));
  return new Set(doomed.map((state) => state.state));
}

/** The links that a schedule takes from the start, as far as they are known. */
export function wayOf({ states, out }: Space, schedule: readonly number[]): readonly SpaceLink[] {
  const way: SpaceLink[] = [];
  let at = [...states.values()].find((state) => state.depth === 0)?.state;
  for (const thread of schedule) {
    const link = out.get(at ?? -1)?.find((one) => one.thread === thread && states.has(one.to));
    if (!link) break;
    way.push(link);
    at = link.to;
  }
  return way;
}

/** The schedule of the bug that was found before this cursor; else the one of the nearest state that ends wrong. */
export function bugSchedule(trace: Trace, cursor: number, space: Space): readonly number[] | undefined {
  for (let seq = cursor - 1; seq >= 0; seq--) {
    const kind = trace.kindAt(seq);
    if (kind !== 'search.finished' && kind !== 'schedule.tried') continue;
    const event = trace.event(seq);
    if (event.kind === 'search.finished' && event.schedule !== undefined) return parseSchedule(event.schedule);
    if (event.kind === 'schedule.tried' && !event.expected) return parseSchedule(event.schedule);
  }
  const wrong = [...space.states.values()].filter(({ end }) => end === 'bad' || end === 'deadlock');
  return wrong.sort((a, b) => a.depth - b.depth)[0]?.schedule;
}

function endOf(end: string): SpaceEnd {
  return end === 'good' || end === 'bad' || end === 'deadlock' ? end : '';
}

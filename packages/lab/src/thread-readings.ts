// What labs about threads ask of a run: how it ended, how many of many runs ended so, what a search found.
import { type EventOf, findEvent, seqsWhere, type Trace } from '@lockstep/trace';
import type { Moment } from './lab.ts';

type Outcome = EventOf<'outcome.observed'>;

/** How each run of this trace ended; one, but for many runs. */
export function outcomesOf(trace: Trace): readonly Outcome[] {
  const seqs = seqsWhere(trace, ({ kind }) => kind === 'outcome.observed');
  return Array.from(seqs, (seq) => trace.event(seq) as Outcome);
}

/**
 * How many of many runs ended so: `all`, `some` or `none`, at the last of them. Undefined while they still run.
 */
export function howMany(
  trace: Trace,
  isSuch: (outcome: Outcome) => boolean,
): { readonly choice: 'all' | 'some' | 'none'; readonly seq: number } | undefined {
  const all = outcomesOf(trace);
  const last = all.at(-1);
  if (!last || !hasEnded(trace)) return undefined;
  const such = all.filter(isSuch).length;
  return { choice: such === 0 ? 'none' : such === all.length ? 'all' : 'some', seq: last.seq };
}

/** What a search found, if it came to an answer: a `bug`, or a `proof` that there is none. */
export function searchAnswer(trace: Trace): { readonly choice: 'bug' | 'proof'; readonly seq: number } | undefined {
  const end = findEvent(trace, (event) => event.kind === 'search.finished');
  if (end?.kind !== 'search.finished' || (end.verdict !== 'bug' && end.verdict !== 'proof')) return undefined;
  return { choice: end.verdict, seq: end.seq };
}

export function hasEnded(trace: Trace): boolean {
  return findEvent(trace, (event) => event.kind === 'run.ended') !== undefined;
}

/** The outcome of the run. */
export const endMoment: Moment = {
  id: 'end',
  label: { en: 'how it ended', zh: '结局' },
  find: (trace) => findEvent(trace, (event) => event.kind === 'outcome.observed')?.seq,
};

/** The first run that went wrong, among many. */
export const firstWrongMoment: Moment = {
  id: 'first-wrong',
  label: { en: 'first run that went wrong', zh: '第一次出错的运行' },
  find: (trace) => findEvent(trace, (event) => event.kind === 'outcome.observed' && !event.expected)?.seq,
};

/** The end of a search. */
export const searchMoment: Moment = {
  id: 'answer',
  label: { en: 'the search ends', zh: '搜索结束' },
  find: (trace) => findEvent(trace, (event) => event.kind === 'search.finished')?.seq,
};

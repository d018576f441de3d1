// Waiting for several futures of a pool at once: concurrent.futures.wait and as_completed. Which futures are meant is
// the operation's name. https://docs.python.org/3/library/concurrent.futures.html#module-functions
import type { FutureTable } from './future-table.ts';
import { performInMonitor } from './monitor.ts';
import { notifiedMark } from './pool-verbs.ts';
import { PythonError } from './python-error.ts';
import type { Request, Verb } from './verb.ts';

/** When `wait` returns. */
export type ReturnWhen = 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED';

/** In the order of the verb's arguments. */
export const RETURN_WHEN: readonly ReturnWhen[] = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'];

/** An answer has a bit for each future. */
export const FUTURES_IN_ANSWER = 32;

const INDEX_BITS = 6;

const tableOf = ({ object }: Request) => object as FutureTable;
const wanted = (request: Request) => tableOf(request).setOfText(request.name);

function isSettled(words: Int32Array, request: Request): boolean {
  const table = tableOf(request);
  const futures = wanted(request);
  const done = futures.filter((index) => table.isNotified(words, index));
  if (done.length === futures.length) return true;
  switch (RETURN_WHEN[request.argument] as ReturnWhen) {
    case 'FIRST_COMPLETED':
      return done.length > 0;
    case 'FIRST_EXCEPTION':
      return done.some((index) => table.errorOf(words, index) !== undefined);
    case 'ALL_COMPLETED':
      return false;
  }
}

/** A bit for each of the first futures that is done. */
function doneBits(words: Int32Array, request: Request): number {
  const table = tableOf(request);
  return wanted(request)
    .slice(0, FUTURES_IN_ANSWER)
    .reduce((bits, index, place) => (table.isNotified(words, index) ? bits | (1 << place) : bits), 0);
}

export const waitVerb: Verb = {
  name: 'pool.wait',
  access: 'read',
  enabled: (words, _thread, request) => isSettled(words, request),
  apply: (words, _thread, request) => doneBits(words, request),
  expire: (words, _thread, request) => doneBits(words, request),
  perform: performInMonitor,
  describe: (request) => `wait ${request.name} ${RETURN_WHEN[request.argument]}`,
  tell(step, words) {
    const table = tableOf(step);
    const done = wanted(step).filter((index) => table.isNotified(words, index));
    return {
      kind: 'pool.waited',
      pool: table.name,
      done: done.map((index) => table.nameOf(index)).join(','),
      pending: wanted(step).length - done.length,
    };
  },
};

/** The answer of the next completed: the future, and its place in the order of completion. */
export function completionIn(answer: number): { readonly index: number; readonly order: number } {
  return { index: answer & ((1 << INDEX_BITS) - 1), order: answer >> INDEX_BITS };
}

/** The futures that were completed after the one that has the argument as its place, in the order of completion. */
function completedAfter(words: Int32Array, request: Request): readonly number[] {
  const table = tableOf(request);
  const orderOf = (index: number) => table.of(words, index, 'order');
  return wanted(request)
    .filter((index) => orderOf(index) > request.argument)
    .sort((one, other) => orderOf(one) - orderOf(other));
}

export const nextCompletedVerb: Verb = {
  name: 'pool.next-completed',
  access: 'read',
  enabled: (words, _thread, request) => completedAfter(words, request).length > 0,
  apply(words, _thread, request) {
    const index = completedAfter(words, request)[0] as number;
    return index | (tableOf(request).of(words, index, 'order') << INDEX_BITS);
  },
  expire(words, _thread, request) {
    const table = tableOf(request);
    const pending = wanted(request).filter((index) => !table.isNotified(words, index)).length;
    throw new PythonError('TimeoutError', `${pending} (of ${wanted(request).length}) futures unfinished`);
  },
  perform: performInMonitor,
  describe: ({ name }) => `next completed of ${name}`,
  tell(step, words) {
    const table = tableOf(step);
    return {
      kind: 'pool.waited',
      pool: table.name,
      done: table.nameOf(completionIn(step.answer).index),
      pending: wanted(step).filter((index) => !table.isNotified(words, index)).length,
    };
  },
  causedBy(step) {
    const { index, order } = completionIn(step.answer);
    return order === 0 ? '' : notifiedMark(step, index);
  },
};

export const waitVerbs: readonly Verb[] = [waitVerb, nextCompletedVerb];

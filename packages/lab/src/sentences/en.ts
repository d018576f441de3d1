import type { EventOf } from '@lockstep/trace';
import { interpreterInEnglish } from './interpreter.en.ts';
import { networkInEnglish } from './network.en.ts';
import { synchronizationInEnglish } from './synchronization.en.ts';
import { type SentenceTable, start } from './teller.ts';
import { threadsInEnglish } from './threads.en.ts';

/** The English sentence of each kind of event: present tense, subject first, at most some twenty words. */
export const english: SentenceTable = {
  'run.ended': ({ reason }) =>
    ({
      finished: 'The run is over.',
      stopped: 'The run is stopped.',
      deadlock: 'Nobody can go on: the run is deadlocked.',
      'time-limit': 'The run has used up its time and is ended.',
      'viewers-gone': 'Nobody is watching any more; the run is ended.',
      'idle-limit': 'Nobody chose for too long; the run is ended.',
      'event-limit': 'The run has recorded as much as it may and is ended.',
      'server-closing': 'The server closes; the run is ended.',
    })[reason] ?? `The run ends: ${reason}.`,
  'run.failed': ({ message }) => `The run fails: ${message}`,
  'run.dropped': ({ where, count }) => `${count} events were not recorded (${where}); the picture has a hole here.`,
  'text.printed': ({ actor, text }, tell) => `${start(tell.name(actor))} prints “${text}”.`,
  'outcome.observed': ({ run, value, expected }) =>
    `Run ${run} ends with ${value}, ${expected ? 'as it should' : 'which is wrong'}.`,
  'schedule.tried': ({ number, value, expected }) =>
    `Schedule ${number} ends with ${value}${expected ? '' : ': a bug is found'}.`,
  'search.progressed': ({ tried, perSecond }) =>
    `The search has tried ${tried} schedules, some ${Math.round(perSecond)} a second.`,
  'search.finished': searched,
  'state.found': ({ state, depth, end }) => `State ${state}${END[end] ?? ''} is reached after ${depth} steps.`,
  'state.linked': ({ from, to, thread }, tell) =>
    `One operation of ${tell.thread(thread)} leads from state ${from} to state ${to}.`,

  ...threadsInEnglish,
  ...synchronizationInEnglish,
  ...interpreterInEnglish,
  ...networkInEnglish,
};

const END: Readonly<Record<string, string>> = {
  good: ', a good end,',
  bad: ', a wrong end,',
  deadlock: ', where nobody can go on,',
};

function searched({ verdict, tried, pruned, all, preemptions, limit }: EventOf<'search.finished'>): string {
  if (verdict === 'bug') {
    const needs = preemptions === undefined ? '' : `, with ${preemptions} preemption${preemptions === 1 ? '' : 's'}`;
    return `Found: schedule ${tried} breaks it${needs}.`;
  }
  if (verdict === 'proof')
    return all === undefined
      ? `Proved: none of all schedules breaks it; ${tried} had to be run, ${pruned} were cut short.`
      : `Proved: none of ${all} schedules breaks it; ${tried} of them had to be run.`;
  const reached = { schedules: 'of schedules', steps: 'of steps', time: 'of time' }[limit ?? ''];
  return `Not found within ${tried} schedules; the search reached its limit${reached ? ` ${reached}` : ''}.`;
}

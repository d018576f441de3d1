import type { EventOf } from '@lockstep/trace';
import { interpreterInEnglish } from './interpreter.en.ts';
import { synchronizationInEnglish } from './synchronization.en.ts';
import { type SentenceTable, spokenFlags, start, type Teller } from './teller.ts';
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

  'call.entered': ({ actor, call, detail }, tell) =>
    call === 'sleep'
      ? `${start(tell.name(actor))} sleeps for ${detail}.`
      : `${start(tell.name(actor))} calls ${call}(${detail}).`,
  'call.returned': returns,

  'tcp.segment-sent': (segment, tell) => `${start(tell.kernel(segment.from))} sends ${meaning(segment)}.`,
  'tcp.segment-delivered': (event, tell) => {
    const segment = tell.segment(event);
    return `${segment ? named(segment) : `Frame ${event.frame}`} arrives at ${tell.kernel(event.to)}.`;
  },
  'tcp.segment-dropped': (event, tell) => {
    const segment = tell.segment(event);
    return `${segment ? named(segment) : `Frame ${event.frame}`} is lost on the cable: ${event.reason}.`;
  },
  'frame.sent': ({ from, summary }, tell) => `${start(tell.kernel(from))} sends ${summary}.`,
  'frame.delivered': ({ frame, to }, tell) => `Frame ${frame} arrives at ${tell.kernel(to)}.`,
  'frame.dropped': ({ frame, reason }) => `Frame ${frame} is lost on the cable: ${reason}.`,

  'socket.state': ({ actor, state, was }, tell) => `${start(tell.name(actor))} says: ${state}, after ${was}.`,
  'socket.buffers': ({ actor, sendBytes, receiveBytes }, tell) =>
    `${start(tell.name(actor))} holds ${sendBytes} bytes to send or to be acknowledged, ${receiveBytes} to be read.`,
  'socket.accept-queue': ({ actor, waiting, limit }, tell) =>
    `${start(tell.name(actor))} has ${waiting} of at most ${limit} ready connections waiting for accept().`,

  'process.started': ({ actor, pid }, tell) => `${start(tell.name(actor))} starts as process ${pid}.`,
  'process.exited': ({ actor, code, signal }, tell) =>
    `${start(tell.name(actor))} ends${signal ? ` by ${signal}` : code ? ` with code ${code}` : ''}.`,
};

function returns(event: EventOf<'call.returned'>, tell: Teller): string {
  const who = tell.name(event.actor);
  if (event.error !== undefined) return `${event.call}() fails in ${who}: ${event.error}.`;
  if (event.call === 'sleep') return `${start(who)} wakes up.`;
  const result = event.result === '' || event.result === 'None' ? '' : ` with ${event.result}`;
  return `${event.call}() returns to ${who}${result}.`;
}

function meaning(segment: EventOf<'tcp.segment-sent'>): string {
  const flags = new Set(segment.flags.split(','));
  if (flags.has('RST')) return 'RST: this connection ends at once';
  if (flags.has('SYN') && flags.has('ACK')) return `SYN and ACK: it agrees, and starts counting at ${segment.sequence}`;
  if (flags.has('SYN')) return `SYN: it wants to connect, and starts counting at ${segment.sequence}`;
  if (flags.has('FIN')) return 'FIN: it has nothing more to send';
  if (segment.length > 0) return `${segment.length} bytes of data`;
  return `ACK: it has everything before ${segment.acknowledgment}`;
}

function named(segment: EventOf<'tcp.segment-sent'>): string {
  return segment.length > 0 ? `The segment with ${segment.length} bytes` : `The ${spokenFlags(segment)}`;
}

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

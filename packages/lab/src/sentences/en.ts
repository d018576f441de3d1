import type { EventOf } from '@lockstep/trace';
import { printed, type SentenceTable, spokenFlags, stepOf, type Teller } from './teller.ts';

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
  'search.finished': ({ verdict, tried, pruned }) =>
    ({
      bug: `Found: schedule ${tried} breaks it.`,
      proof: `Proved: none of all schedules breaks it; ${tried} had to be run, ${pruned} were cut short.`,
    })[verdict] ?? `Not found within ${tried} schedules; the search stopped at its limit.`,

  'thread.started': ({ actor }, tell) => `${start(tell.name(actor))} starts.`,
  'thread.finished': ({ actor }, tell) => `${start(tell.name(actor))} has finished.`,
  'thread.blocked': ({ actor, on, holder }, tell) =>
    `${start(tell.name(actor))} waits: ${holder ? `${tell.name(holder)} holds ${on}` : `for ${on}`}.`,
  'thread.unblocked': ({ actor, on }, tell) => `${start(tell.name(actor))} need not wait for ${on} any longer.`,
  'thread.slept': ({ actor, ms }, tell) => `${start(tell.name(actor))} sleeps for ${ms} ms.`,
  'operation.failed': ({ actor, operation, error }, tell) =>
    `${start(tell.name(actor))} fails in ${operation}: ${error}.`,

  'value.read': ({ actor, name, value }, tell) => `${start(tell.name(actor))} loads ${printed(value)} from ${name}.`,
  'value.computed': ({ actor, name, value }, tell) =>
    `${start(tell.name(actor))} computes ${name} = ${printed(value)}, for itself alone.`,
  'value.written': writes,
  'value.added': ({ actor, name, value, before }, tell) =>
    `${start(tell.name(actor))} changes ${name} from ${printed(before)} to ${printed(value)} in one indivisible step.`,
  'lock.requested': ({ actor, lock }, tell) => `${start(tell.name(actor))} asks for ${lock}.`,
  'lock.acquired': ({ actor, lock }, tell) => `${start(tell.name(actor))} takes ${lock}: nobody else can have it now.`,
  'lock.released': ({ actor, lock }, tell) => `${start(tell.name(actor))} releases ${lock}.`,

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

function writes(event: EventOf<'value.written'>, tell: Teller): string {
  const access = tell.access(event);
  const who = start(tell.name(event.actor));
  const lost = access?.overwrites.at(-1);
  if (access?.basis === undefined || lost === undefined)
    return `${who} stores ${printed(event.value)} in ${event.name}.`;
  const read = tell.trace.event(access.basis);
  const old = read.kind === 'value.read' ? printed(read.value) : '';
  const loser = tell.name(tell.trace.actorAt(lost));
  return `${who} stores ${printed(event.value)}, from the ${old} it read at step ${stepOf(access.basis)}: ${loser}’s store at step ${stepOf(lost)} is lost.`;
}

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

/** A name at the start of a sentence. */
function start(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

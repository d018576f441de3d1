// Threads, values and locks, in English.
import type { EventOf, Kind } from '@lockstep/trace';
import { printed, type SentencesOf, start, stepOf, type Teller } from './teller.ts';

type ThreadKind = Extract<Kind, `thread.${string}` | `value.${string}` | `lock.${string}` | 'operation.failed'>;

export const threadsInEnglish: SentencesOf<ThreadKind> = {
  'thread.spawned': ({ actor, thread, daemon }, tell) =>
    `${start(tell.name(actor))} starts ${tell.name(thread)}${daemon ? ', a daemon' : ''}.`,
  'thread.started': ({ actor }, tell) => `${start(tell.name(actor))} starts.`,
  'thread.finished': ({ actor }, tell) => `${start(tell.name(actor))} has finished.`,
  'thread.killed': ({ actor }, tell) => `${start(tell.name(actor))} is ended in the middle: only daemons were left.`,
  'thread.joined': ({ actor, thread, timedOut }, tell) =>
    timedOut
      ? `${start(tell.name(actor))} waits no longer for ${tell.name(thread)}, which still runs.`
      : `${start(tell.name(actor))} knows that ${tell.name(thread)} has ended.`,
  'thread.checked': ({ actor, thread, alive }, tell) =>
    `${start(tell.name(actor))} asks: ${tell.name(thread)} ${alive ? 'is alive' : 'is not alive'}.`,
  'thread.blocked': ({ actor, on, holder, timeoutMs }, tell) =>
    holder === on
      ? `${start(tell.name(actor))} waits for ${tell.name(holder)} to end${atMost(timeoutMs)}.`
      : `${start(tell.name(actor))} waits: ${holder ? `${tell.name(holder)} holds ${on}` : `for ${tell.thing(on)}`}${atMost(timeoutMs)}.`,
  'thread.unblocked': ({ actor, on }, tell) =>
    `${start(tell.name(actor))} need not wait for ${tell.thing(on)} any longer.`,
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
  'lock.acquired': ({ actor, lock, depth }, tell) =>
    depth === undefined || depth === 1
      ? `${start(tell.name(actor))} takes ${lock}: nobody else can have it now.`
      : `${start(tell.name(actor))} takes ${lock} again: it now has it ${depth} times.`,
  'lock.released': ({ actor, lock, depth }, tell) =>
    depth === undefined || depth === 0
      ? `${start(tell.name(actor))} releases ${lock}.`
      : `${start(tell.name(actor))} releases ${lock} once and still has it ${depth} times.`,
  'lock.refused': ({ actor, lock, timeoutMs }, tell) =>
    `${start(tell.name(actor))} does not get ${lock}${timeoutMs === undefined ? ' and goes on without it' : ` within ${timeoutMs} ms`}.`,
};

/** The limit of a wait, where it has one. */
function atMost(timeoutMs: number | undefined): string {
  return timeoutMs === undefined ? '' : `, at most ${timeoutMs} ms`;
}

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

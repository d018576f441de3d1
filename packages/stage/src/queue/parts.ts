// Who takes part in a queue, told from the whole recording so that nobody changes sides while it is played: whoever puts
// stands on the left, whoever gets on the right.
import { type Actor, isAbout, type Trace } from '@lockstep/trace';

export interface QueueParts {
  readonly producers: readonly Actor[];
  readonly consumers: readonly Actor[];
  /** They ask, join or wait, and move nothing. */
  readonly others: readonly Actor[];
}

type Side = 'producers' | 'consumers';

/** The queues of a run, in the order of their first event. */
export function queuesOf(trace: Trace, length: number): readonly string[] {
  const names = new Set<string>();
  for (let seq = 0; seq < length; seq++) {
    if (!trace.kindAt(seq).startsWith('queue.')) continue;
    const event = trace.event(seq);
    if ('queue' in event) names.add(event.queue);
  }
  return [...names];
}

/** Places of the queue as its lab's knobs say; undefined: it grows. As in Python, 0 means no limit. */
export function capacityOf(trace: Trace, queue: string): number | undefined {
  const { knobs } = trace.header;
  const said = [knobs[`${queue}.maxsize`], knobs['maxsize'], knobs['capacity']].find((one) => typeof one === 'number');
  return typeof said === 'number' && said > 0 ? said : undefined;
}

export function partsOf(trace: Trace, length: number, queue: string): QueueParts {
  const sides = new Map<string, Side>();
  const named = new Set<string>();
  for (let seq = 0; seq < length; seq++) {
    const event = trace.event(seq);
    const { actor } = event;
    if (event.kind === 'queue.put' && event.queue === queue) sides.set(actor, sides.get(actor) ?? 'producers');
    else if (event.kind === 'queue.got' && event.queue === queue) sides.set(actor, sides.get(actor) ?? 'consumers');
    else if (event.kind === 'operation.failed' && event.error.startsWith('queue.') && isAbout(event, queue))
      sides.set(actor, sides.get(actor) ?? (event.error.startsWith('queue.Full') ? 'producers' : 'consumers'));
    else if (('queue' in event && event.queue === queue) || (event.kind === 'thread.blocked' && event.on === queue))
      named.add(actor);
  }
  const sideOf = ({ id, program }: Actor): Side | undefined => sides.get(id) ?? sideOfProgram(program);
  const sideOfProgram = (program: string | undefined): Side | undefined => {
    const alike = trace.header.actors.find((actor) => actor.program === program && sides.has(actor.id));
    return program === undefined || !alike ? undefined : sides.get(alike.id);
  };
  const { actors } = trace.header;
  return {
    producers: actors.filter((actor) => sideOf(actor) === 'producers'),
    consumers: actors.filter((actor) => sideOf(actor) === 'consumers'),
    others: actors.filter((actor) => sideOf(actor) === undefined && named.has(actor.id)),
  };
}

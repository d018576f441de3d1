// Two witnesses for the state of a connection's end: the kernel's own word, and what the segments imply by RFC 9293.
// Where they agree, the state is drawn once, with a small mark; where they do not, both are drawn.
import { type EventOf, type TcpImplied, type Trace, tcpImplied } from '@lockstep/trace';

export interface StateMark {
  readonly host: string;
  readonly state: string;
  /** Place in the trace where it is drawn. */
  readonly seq: number;
  readonly witness: 'kernel' | 'segments';
  /** The kernel's word: `seq` of the event from which the segments imply the same. */
  readonly impliedSeq?: number;
  /** The end of a socket that listened; the connection goes on. */
  readonly listenerEnds?: boolean;
}

/** All states of all ends in the first `length` events, in order of `seq`. */
export function stateMarksOf(
  trace: Trace,
  length: number,
  witnesses: { readonly kernel: boolean; readonly segments: boolean } = { kernel: true, segments: true },
): readonly StateMark[] {
  const implied = witnesses.segments ? impliedStates(trace, length) : [];
  if (!witnesses.kernel) return implied;
  const used = new Set<StateMark>();
  const marks: StateMark[] = [];
  for (const word of kernelWords(trace, length)) {
    const match = implied.find(
      (mark, index) => !used.has(mark) && agrees(word, mark, next(implied, index), previous(implied, index)),
    );
    if (match) used.add(match);
    marks.push(match ? { ...word, impliedSeq: match.seq } : word);
  }
  return [...marks, ...implied.filter((mark) => !used.has(mark))].sort((a, b) => a.seq - b.seq);
}

/** The state that the kernel's connection is in after each change, for the weight of its lifeline. */
export function connectionStates(marks: readonly StateMark[], host: string): readonly StateMark[] {
  const own = marks.filter((mark) => mark.host === host && !mark.listenerEnds);
  const words = own.filter((mark) => mark.witness === 'kernel');
  return words.length > 0 ? words : own;
}

function kernelWords(trace: Trace, length: number): readonly StateMark[] {
  const words: StateMark[] = [];
  for (let seq = 0; seq < length; seq++) {
    if (trace.kindAt(seq) !== 'socket.state') continue;
    const event = trace.event(seq) as EventOf<'socket.state'>;
    const host = hostOf(event.actor);
    const listened = event.was === 'LISTEN' && event.state === 'CLOSED';
    words.push({
      host,
      state: listened ? 'LISTEN' : event.state,
      seq,
      witness: 'kernel',
      ...(listened ? { listenerEnds: true } : {}),
    });
  }
  return words;
}

/** Each change of the implied state of each end. */
function impliedStates(trace: Trace, length: number): readonly StateMark[] {
  const marks: StateMark[] = [];
  let state: TcpImplied = tcpImplied.initial(trace.header);
  for (let seq = 0; seq < length; seq++) {
    const before = state;
    state = tcpImplied.apply(before, trace.event(seq));
    for (const [host, end] of state.ends)
      if (end.state !== (before.ends.get(host)?.state ?? 'CLOSED'))
        marks.push({ host, state: end.state, seq, witness: 'segments' });
  }
  return marks;
}

/** The kernel said the same, somewhere between the implied changes before and after this one. */
function agrees(word: StateMark, mark: StateMark, after: number, before: number): boolean {
  return (
    word.host === mark.host && word.state === mark.state && !word.listenerEnds && word.seq > before && word.seq < after
  );
}

/** Where the change after the next one of the same end lies: the kernel is asked late sometimes. */
function next(implied: readonly StateMark[], index: number): number {
  const mark = implied[index] as StateMark;
  const later = implied.slice(index + 1).filter((one) => one.host === mark.host);
  return later[1]?.seq ?? Number.POSITIVE_INFINITY;
}

function previous(implied: readonly StateMark[], index: number): number {
  const mark = implied[index] as StateMark;
  return implied.slice(0, index).findLast((one) => one.host === mark.host)?.seq ?? -1;
}

/** A program's actor id is its host's name; its kernel is `<host>.kernel`. */
export function hostOf(actor: string): string {
  return actor.split('.')[0] as string;
}

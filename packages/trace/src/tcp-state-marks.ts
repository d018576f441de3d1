// Two witnesses for the state of a connection's end: the kernel's own word, and what the segments imply by RFC 9293.
// Where they agree, there is one mark; where they do not, there are both. In the sandbox every kernel is asked all the
// time: of an end that it never spoke of, there is none, whatever the segments look like (they were forged, or answered
// by a SYN cookie).
import type { EventOf } from './event.ts';
import { hostOf } from './host-of.ts';
import { type TcpConnections, tcpConnectionsOf } from './tcp-connections.ts';
import { type TcpImplied, tcpImplied } from './tcp-implied.ts';
import type { Trace } from './trace.ts';

/** A state that one end came into. */
export interface TcpStateMark {
  readonly host: string;
  /** Number of the connection; 0: a socket that listens, or not known. */
  readonly connection: number;
  readonly state: string;
  /** The state before, as the witness has it. */
  readonly was: string;
  /** Place in the trace. */
  readonly seq: number;
  readonly witness: 'kernel' | 'segments';
  /** The kernel's word: `seq` of the event from which the segments imply the same. */
  readonly impliedSeq?: number;
  /** The end of a socket that listened; its connections go on. */
  readonly listenerEnds?: boolean;
}

interface Witnesses {
  readonly kernel: boolean;
  readonly segments: boolean;
}

/** All states of all ends in the first `length` events, in order of `seq`. */
export function tcpStateMarksOf(
  trace: Trace,
  length: number,
  witnesses: Witnesses = { kernel: true, segments: true },
  connections: TcpConnections = tcpConnectionsOf(trace, length),
): readonly TcpStateMark[] {
  const implied = witnesses.segments ? impliedMarks(trace, length, connections) : [];
  if (!witnesses.kernel) return implied;
  const byEnd = new Map<string, TcpStateMark[]>();
  for (const mark of implied) byEnd.set(endOf(mark), [...(byEnd.get(endOf(mark)) ?? []), mark]);
  const used = new Set<TcpStateMark>();
  const spokenOf = new Set<string>();
  const marks: TcpStateMark[] = [];
  for (const word of kernelMarks(trace, length, connections)) {
    const own = byEnd.get(endOf(word)) ?? [];
    const match = own.find((mark, index) => !used.has(mark) && agrees(word, mark, own[index + 2], own[index - 1]));
    if (match) used.add(match);
    spokenOf.add(endOf(word));
    marks.push(match ? { ...word, impliedSeq: match.seq } : word);
  }
  const isThere = (mark: TcpStateMark): boolean =>
    trace.header.reality.lane !== 'A' || mark.connection === 0 || spokenOf.has(endOf(mark));
  return [...marks, ...implied.filter((mark) => !used.has(mark) && isThere(mark))].sort((a, b) => a.seq - b.seq);
}

function endOf({ host, connection }: TcpStateMark): string {
  return `${host} ${connection}`;
}

/** The kernel said the same, between the implied changes before and after the next: it is asked late sometimes. */
function agrees(
  word: TcpStateMark,
  mark: TcpStateMark,
  after: TcpStateMark | undefined,
  before: TcpStateMark | undefined,
): boolean {
  return (
    word.state === mark.state &&
    word.listenerEnds !== true &&
    word.seq > (before?.seq ?? -1) &&
    word.seq < (after?.seq ?? Number.POSITIVE_INFINITY)
  );
}

function kernelMarks(trace: Trace, length: number, connections: TcpConnections): readonly TcpStateMark[] {
  const marks: TcpStateMark[] = [];
  for (let seq = 0; seq < length; seq++) {
    if (trace.kindAt(seq) !== 'socket.state') continue;
    const event = trace.event(seq) as EventOf<'socket.state'>;
    const listened = event.was === 'LISTEN' && event.state === 'CLOSED';
    marks.push({
      host: hostOf(event.actor),
      connection: connections.of[seq] ?? 0,
      state: listened ? 'LISTEN' : event.state,
      was: event.was,
      seq,
      witness: 'kernel',
      ...(listened ? { listenerEnds: true } : {}),
    });
  }
  return marks;
}

/** Each change of the implied state of each end. */
function impliedMarks(trace: Trace, length: number, connections: TcpConnections): readonly TcpStateMark[] {
  const marks: TcpStateMark[] = [];
  let state: TcpImplied = tcpImplied.initial(trace.header);
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (!kind.startsWith('tcp.segment') && kind !== 'call.returned') continue;
    const before = state;
    state = tcpImplied.apply(before, trace.event(seq));
    // An event is about one end at most, and there may be thousands.
    const name = state.touched;
    const end = name === undefined ? undefined : state.ends.get(name);
    if (name === undefined || !end || state.ends === before.ends) continue;
    const was = before.ends.get(name)?.state ?? 'CLOSED';
    if (end.state === was) continue;
    const connection = name === end.host ? 0 : (connections.of[seq] ?? 0);
    marks.push({ host: end.host, connection, state: end.state, was, seq, witness: 'segments' });
  }
  return marks;
}

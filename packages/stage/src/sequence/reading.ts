import {
  type Spacing,
  type TcpConnections,
  type TcpStateMark,
  type Trace,
  tcpConnectionsOf,
  tcpStateMarksOf,
} from '@lockstep/trace';
import { type Call, callsOf } from './calls.ts';
import { type Crossing, crossingsOf } from './crossings.ts';
import { type Fragment, fragmentsOf } from './frame-label.ts';
import { type Layout, layoutOf } from './layout.ts';
import { concerning, type Pair } from './pair.ts';
import { type InitialNumbers, initialNumbersOf } from './segment-label.ts';

/** All that the trace says of two hosts, worked out once for each length of it. */
export interface Reading {
  readonly connections: TcpConnections;
  /** There is more than one TCP connection between the two: each is named. */
  readonly several: boolean;
  /** By `seq`: 0 for what concerns other hosts. */
  readonly drawn: Uint8Array;
  readonly crossings: readonly Crossing[];
  /** By `seq` of the sending. */
  readonly fragments: ReadonlyMap<number, Fragment>;
  readonly calls: readonly Call[];
  readonly marks: readonly TcpStateMark[];
  readonly initial: InitialNumbers;
  readonly layout: Layout;
  /** Height of each mark. */
  readonly markY: ReadonlyMap<TcpStateMark, number>;
}

export interface ReadingOptions {
  readonly spacing: Spacing;
  /** Whose word counts for the states of ends. */
  readonly kernel: boolean;
  readonly segments: boolean;
  readonly pair: Pair;
}

export function readingOf(trace: Trace, length: number, options: ReadingOptions): Reading {
  const { spacing, kernel, segments, pair } = options;
  const connections = tcpConnectionsOf(trace, length);
  const drawn = concerning(trace, length, pair, connections);
  const isDrawn = (seq: number) => drawn[seq] !== 0;
  const witnesses = { kernel, segments: segments || !kernel };
  const marks = tcpStateMarksOf(trace, length, witnesses, connections).filter(
    ({ seq, host }) => isDrawn(seq) && pair.includes(host),
  );
  const lone = marks.filter((mark) => mark.witness === 'segments');
  const layout = layoutOf(trace, length, spacing, pair[0], lone, drawn);
  const markY = new Map(marks.map((mark) => [mark, layout.y[mark.seq] ?? 0]));
  for (const [index, mark] of lone.entries()) markY.set(mark, layout.derivedY[index] ?? 0);
  const own = connections.list.filter(({ opener, peer }) => pair.includes(opener.host) && pair.includes(peer.host));
  return {
    connections,
    several: own.length > 1,
    drawn,
    crossings: crossingsOf(trace, length, connections).filter(({ sent }) => isDrawn(sent.seq)),
    fragments: fragmentsOf(trace, length),
    calls: callsOf(trace, length).filter(({ enteredSeq }) => isDrawn(enteredSeq)),
    marks,
    initial: initialNumbersOf(trace, length),
    layout,
    markY,
  };
}

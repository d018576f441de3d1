import { hostOf, type TcpConnection, type TcpConnections, type Trace } from '@lockstep/trace';
import type { StageSelection } from '../stage-props.ts';

/**
 * The connection to draw: that of the selected frame, or the latest of the selected actor's host, or the one that the
 * present step is about, or that the last step was about which was about any.
 */
export function chosenConnection(
  trace: Trace,
  { list, of }: TcpConnections,
  cursor: number,
  selection: StageSelection,
): TcpConnection | undefined {
  const framed = connectionOfFrame(trace, { list, of }, selection.frame);
  if (framed) return framed;
  const about = presentConnection({ list, of }, cursor);
  const host = selection.actor === undefined ? undefined : hostOf(selection.actor);
  const isOfHost = (one: TcpConnection) => one.opener.host === host || one.peer.host === host;
  if (host !== undefined && about && !isOfHost(about))
    return list.findLast((one) => isOfHost(one) && one.firstSeq < cursor) ?? list.find(isOfHost) ?? about;
  return about ?? list[0];
}

/** The last connection that a step before the cursor was about. */
export function presentConnection({ list, of }: TcpConnections, cursor: number): TcpConnection | undefined {
  for (let seq = Math.min(cursor, of.length) - 1; seq >= 0; seq--) if (of[seq]) return list[(of[seq] as number) - 1];
  return undefined;
}

/** The first frame of a connection: selecting it chooses the connection. */
export function firstFrameOf(trace: Trace, { of }: TcpConnections, number: number): number | undefined {
  for (let seq = 0; seq < of.length; seq++) {
    if (of[seq] !== number || trace.kindAt(seq) !== 'tcp.segment-sent') continue;
    const event = trace.event(seq);
    return event.kind === 'tcp.segment-sent' ? event.frame : undefined;
  }
  return undefined;
}

function connectionOfFrame(trace: Trace, { list, of }: TcpConnections, frame: number | undefined) {
  if (frame === undefined) return undefined;
  for (let seq = 0; seq < of.length; seq++) {
    if (!of[seq] || trace.kindAt(seq) !== 'tcp.segment-sent') continue;
    const event = trace.event(seq);
    if (event.kind === 'tcp.segment-sent' && event.frame === frame) return list[(of[seq] as number) - 1];
  }
  return undefined;
}

// Which two hosts are drawn. Of a run with more, the server's end stays and the learner chooses who is on the other.
import { type EventOf, hostOf, type TcpConnections, type Trace, type TraceEvent } from '@lockstep/trace';

export type Pair = readonly [left: string, right: string];

/** All hosts, in the order of the header. */
export function hostsOf(trace: Trace): readonly string[] {
  return [...new Set(trace.header.actors.flatMap((actor) => (actor.host ? [actor.host] : [])))];
}

/**
 * Those that are given. Two hosts: in the order of the header. More: on the right the first that listens, on the left the host of the
 * selected actor, or else the first other one.
 */
export function pairOf(trace: Trace, length: number, selected: string | undefined, given?: Pair): Pair {
  if (given) return given;
  const hosts = hostsOf(trace);
  const [first = 'client', second = 'server'] = hosts;
  if (hosts.length <= 2) return [first, second];
  const right = serverOf(trace, length) ?? second;
  const host = selected === undefined ? undefined : hostOf(selected);
  const chosen = host !== undefined && host !== right && hosts.includes(host) ? host : undefined;
  return [chosen ?? hosts.find((one) => one !== right) ?? first, right];
}

/** The first host that listens, or else that somebody sends a SYN or a datagram to. */
function serverOf(trace: Trace, length: number): string | undefined {
  let addressed: string | undefined;
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (kind === 'socket.state') {
      const event = trace.event(seq) as EventOf<'socket.state'>;
      if (event.state === 'LISTEN') return hostOf(event.actor);
    } else if (kind === 'tcp.segment-sent' || kind === 'frame.sent') {
      addressed ??= (trace.event(seq) as EventOf<'tcp.segment-sent'>).to;
    }
  }
  return addressed !== undefined && hostsOf(trace).includes(addressed) ? addressed : undefined;
}

/** By `seq`: the event concerns these two hosts. */
export function concerning(trace: Trace, length: number, pair: Pair, connections: TcpConnections): Uint8Array {
  const drawn = new Uint8Array(length);
  const hosts = hostsOf(trace);
  if (hosts.length <= 2) return drawn.fill(1);
  const known = new Set(hosts);
  const isOurs = (host: string) => pair.includes(host);
  const frames = new Set<number>();
  const ours = new Set(
    connections.list.filter(({ opener, peer }) => isOurs(opener.host) && isOurs(peer.host)).map(({ number }) => number),
  );
  const concerns = (event: TraceEvent): boolean => {
    if (event.kind === 'tcp.segment-sent' || event.kind === 'frame.sent') {
      const isHere = isOurs(event.from) && (isOurs(event.to) || !known.has(event.to));
      if (isHere) frames.add(event.frame);
      return isHere;
    }
    if (event.kind === 'switch.learned' || event.kind === 'switch.flooded') return false;
    if ('frame' in event) return frames.has(event.frame) && (!('to' in event) || isOurs(event.to));
    const connection = connections.of[event.seq] ?? 0;
    if (connection !== 0 && !ours.has(connection)) return false;
    const host = hostOf(event.actor);
    return isOurs(host) || !known.has(host);
  };
  for (let seq = 0; seq < length; seq++) drawn[seq] = concerns(trace.event(seq)) ? 1 : 0;
  return drawn;
}

// Who talks with whom in a capture. A page shows one conversation: two hosts, and between them one TCP connection, since
// the states of two at a time could not be told apart on one lifeline.
import { type Frame, tcpOf } from '@lockstep/packet';
import { type Endpoint, endpointText, type PacketEnds, packetEnds } from './packet-ends.ts';

export interface Conversation {
  readonly id: string;
  /** `tcp`: one of several connections between these addresses. `rest`: all between them that is not TCP. */
  readonly kind: 'all' | 'tcp' | 'rest';
  /** Who opened it, where the capture shows that; else who sent first. */
  readonly a: Endpoint;
  readonly b: Endpoint;
  /** The capture shows who opened the connection: `a` is the client. */
  readonly isOpenSeen: boolean;
  /** Indices of its packets in the capture, in order. */
  readonly packets: readonly number[];
}

interface Flow {
  readonly packets: number[];
  readonly ends: PacketEnds;
  /** The end that sent a SYN, or did not send the SYN that answers one. */
  client: Endpoint | undefined;
}

interface Pair {
  readonly all: Flow;
  readonly rest: Flow | undefined;
  readonly connections: Map<string, Flow>;
}

/** Takes packet after packet and sorts them. */
export interface ConversationSorter {
  add(index: number, frame: Frame): void;
  /** Largest first; of equal size, the earlier first. */
  conversations(): readonly Conversation[];
}

export function createConversationSorter(): ConversationSorter {
  const pairs = new Map<string, { all: Flow; rest: Flow | undefined; connections: Map<string, Flow> }>();
  return {
    add(index, frame) {
      const ends = packetEnds(frame);
      const key = pairKey(ends);
      const pair = pairs.get(key) ?? { all: flowOf(ends), rest: undefined, connections: new Map<string, Flow>() };
      pairs.set(key, pair);
      put(pair.all, index, frame, ends);
      if (!ends.isTcp) put((pair.rest ??= flowOf(ends)), index, frame, ends);
      else {
        const connection = keyOf(ends);
        const flow = pair.connections.get(connection) ?? flowOf(ends);
        pair.connections.set(connection, flow);
        put(flow, index, frame, ends);
      }
    },
    conversations: () =>
      [...pairs]
        .flatMap(([key, pair]) => split(key, pair))
        .toSorted((one, other) => other.packets.length - one.packets.length),
  };
}

/** A pair with one connection is one conversation; with several, each is its own, and what is not TCP another. */
function split(key: string, { all, rest, connections }: Pair): readonly Conversation[] {
  if (connections.size <= 1) {
    const [connection] = connections.values();
    return [conversationOf(key, 'all', all, connection)];
  }
  const each = [...connections].map(([id, flow]) => conversationOf(`${key} ${id}`, 'tcp', flow, flow));
  return rest ? [...each, conversationOf(`${key} rest`, 'rest', rest, undefined)] : each;
}

function conversationOf(
  id: string,
  kind: Conversation['kind'],
  flow: Flow,
  connection: Flow | undefined,
): Conversation {
  const { from, to } = (connection ?? flow).ends;
  const client = connection?.client;
  const isTurned = client !== undefined && endpointText(client) !== endpointText(from);
  const [a, b] = isTurned ? [to, from] : [from, to];
  const plain = connection === undefined && a.address !== b.address;
  return {
    id,
    kind,
    a: plain ? { address: a.address } : a,
    b: plain ? { address: b.address } : b,
    isOpenSeen: client !== undefined,
    packets: flow.packets,
  };
}

function flowOf(ends: PacketEnds): Flow {
  return { packets: [], ends, client: undefined };
}

function put(flow: Flow, index: number, frame: Frame, { from, to }: PacketEnds): void {
  flow.packets.push(index);
  const flags = tcpOf(frame)?.flags;
  if (flow.client === undefined && flags?.includes('SYN')) flow.client = flags.includes('ACK') ? to : from;
}

/** The same in both directions. Of a host that talks with itself only the ports tell the ends apart. */
function pairKey(ends: PacketEnds): string {
  const { from, to } = ends;
  return from.address === to.address ? keyOf(ends) : [from.address, to.address].sort().join(' ');
}

function keyOf({ from, to, isTcp }: PacketEnds): string {
  return `${isTcp ? 'tcp' : 'other'} ${[endpointText(from), endpointText(to)].sort().join(' ')}`;
}

/** Whether a packet of the conversation was sent by `a`. */
export function isFromA({ a, b }: Conversation, { from }: PacketEnds): boolean {
  return a.address === b.address ? from.port === a.port : from.address === a.address;
}

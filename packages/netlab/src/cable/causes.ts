// Why a kernel sent a segment or changed a state, by rules that are sure: a call that its program was making, or the
// segment that it answers. Where neither is certain (a retransmission, a window update, the end of a process) nothing
// is claimed.
import { assertNever, type TcpState } from '@lockstep/trace';
import { has, receiversName, type Segment, sendersName } from './segment.ts';

export interface Causes {
  entered(host: string, call: MadeCall): void;
  returned(host: string): void;
  delivered(host: string, segment: Segment, fact: number): void;
  /** The fact that made this host send this segment. Asked once for each segment, in order. */
  ofSent(host: string, segment: Segment): number | undefined;
  /** The fact that made this host send something that is not TCP: the call that it is in, if that sends datagrams. */
  ofDatagram(host: string): number | undefined;
  /** The fact that brought this host's end of a connection from one state to another. */
  ofState(host: string, connection: string, state: TcpState, was: TcpState): number | undefined;
}

/** A call of a program; `connection` as in the reports of programs. */
interface MadeCall {
  readonly call: string;
  readonly fact: number;
  readonly connection?: string;
}

/** What is remembered of one end of a connection. */
interface End {
  /** The last segment delivered to it, and the last that took up sequence space. */
  last?: Arrived;
  lastCounted?: Arrived;
  /** The last call that gave it something to send, and the last that ended sending. */
  sending?: MadeCall;
  closing?: MadeCall;
  acknowledged?: number;
  readonly sent: Set<string>;
}

interface Arrived {
  readonly segment: Segment;
  readonly fact: number;
}

const SENDING = new Set(['send', 'sendall']);
const DATAGRAMS = new Set(['sendto', 'send']);
const CLOSING = new Set(['close', 'shutdown']);

export function createCauses(): Causes {
  const ends = new Map<string, End>();
  const making = new Map<string, MadeCall>();

  function endOf(host: string, connection: string): End {
    const key = `${host}:${connection}`;
    const end = ends.get(key) ?? { sent: new Set() };
    ends.set(key, end);
    return end;
  }

  function causeOf(host: string, segment: Segment, end: End): number | undefined {
    const { header } = segment;
    const call = making.get(host);
    if (has(header, 'RST')) return call?.call === 'close' && call === end.closing ? call.fact : end.last?.fact;
    if (has(header, 'SYN') && !has(header, 'ACK')) return call?.call === 'connect' ? call.fact : undefined;
    if (has(header, 'FIN')) return end.closing?.fact;
    if (header.payloadLength > 0) {
      const { sending, last } = end;
      if (!sending) return undefined;
      // While the call lasts, it is what sends. Later the kernel sends the rest when an ACK makes room.
      return call === sending || last === undefined ? sending.fact : Math.max(sending.fact, last.fact);
    }
    const isNews = header.acknowledgment !== end.acknowledged;
    const answered = end.lastCounted;
    return isNews && answered?.segment.end === header.acknowledgment ? answered.fact : undefined;
  }

  return {
    entered(host, call) {
      making.set(host, call);
      if (call.connection === undefined) return;
      const end = endOf(host, call.connection);
      if (SENDING.has(call.call)) end.sending = call;
      if (CLOSING.has(call.call)) end.closing = call;
    },
    returned: (host) => making.delete(host),
    delivered(host, segment, fact) {
      const end = endOf(host, receiversName(segment));
      end.last = { segment, fact };
      if (segment.end !== segment.header.sequence) end.lastCounted = end.last;
    },
    ofDatagram(host) {
      const call = making.get(host);
      return call && DATAGRAMS.has(call.call) ? call.fact : undefined;
    },
    ofState(host, connection, state, was) {
      const end = ends.get(`${host}:${connection}`);
      switch (state) {
        case 'LISTEN':
        case 'SYN-SENT':
          return making.get(host)?.fact;
        case 'FIN-WAIT-1':
        case 'LAST-ACK':
          return end?.closing?.fact;
        case 'SYN-RECEIVED':
        case 'ESTABLISHED':
        case 'FIN-WAIT-2':
        case 'CLOSE-WAIT':
        case 'CLOSING':
        case 'TIME-WAIT':
          return end?.last?.fact;
        case 'CLOSED':
          return was === 'LISTEN' ? making.get(host)?.fact : end?.last?.fact;
        default:
          return assertNever(state);
      }
    },
    ofSent(host, segment) {
      const { header } = segment;
      const end = endOf(host, sendersName(segment));
      const takesSpace = segment.end !== header.sequence;
      const key = `${header.sequence}-${segment.end}`;
      const isRepeated = takesSpace && end.sent.has(key);
      const cause = isRepeated ? undefined : causeOf(host, segment, end);
      if (takesSpace) end.sent.add(key);
      if (has(header, 'ACK')) end.acknowledged = header.acknowledgment;
      return cause;
    },
  };
}

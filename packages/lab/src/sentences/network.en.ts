// Programs' system calls, the cable, and what kernels say of sockets, in English.
import { assertNever, type EventOf, isFinWaitTimer, type Kind } from '@lockstep/trace';
import { contentsOf } from '../frame-contents.ts';
import { type SentencesOf, spokenFlags, start, type Teller } from './teller.ts';

type NetworkKind = Extract<
  Kind,
  | `call.${string}`
  | `message.${string}`
  | `tcp.${string}`
  | `frame.${string}`
  | `switch.${string}`
  | `socket.${string}`
  | `kernel.${string}`
  | `process.${string}`
>;

export const networkInEnglish: SentencesOf<NetworkKind> = {
  'call.entered': ({ actor, call, detail }, tell) =>
    call === 'sleep'
      ? `${start(tell.name(actor))} sleeps for ${detail}.`
      : `${start(tell.name(actor))} calls ${call}(${detail}).`,
  'call.returned': returns,
  'message.decoded': ({ actor, number, length, text }, tell) =>
    `${start(tell.name(actor))} has message ${number}, ${length} bytes: “${short(text)}”.`,
  'message.refused': ({ actor, reason }, tell) => `${start(tell.name(actor))} refuses what it received: ${reason}.`,

  'tcp.segment-sent': (segment, tell) => `${start(tell.kernel(segment.from))} sends ${meaning(segment)}.`,
  'tcp.segment-delivered': (event, tell) => {
    const segment = tell.segment(event);
    return `${segment ? named(segment) : `Frame ${event.frame}`} arrives at ${tell.kernel(event.to)}.`;
  },
  'tcp.segment-dropped': (event, tell) => {
    const segment = tell.segment(event);
    return `${segment ? named(segment) : `Frame ${event.frame}`} is lost on the cable: ${event.reason}.`;
  },
  'frame.sent': (event, tell) => `${start(tell.kernel(event.from))} ${sendsDatagram(event)}.`,
  'frame.delivered': (event, tell) => `${start(namedFrame(event, tell))} arrives at ${tell.kernel(event.to)}.`,
  'frame.dropped': (event, tell) => `${start(namedFrame(event, tell))} is lost on the cable: ${event.reason}.`,
  'frame.held': (event, tell) => `The cable holds ${inside(event, tell)}: ${event.reason}.`,
  'frame.delayed': (event, tell) => `The cable delays ${inside(event, tell)} by ${event.ms} ms: ${event.reason}.`,
  'frame.duplicated': (event, tell) => `The cable doubles ${inside(event, tell)}: ${event.reason}.`,
  'switch.learned': ({ mac, host }) => `The switch learns that ${mac} is at the port of ${host}.`,
  'switch.flooded': ({ frame, to }) => `The switch does not know where frame ${frame} goes, and sends it to ${to}.`,

  'socket.state': ({ actor, state, was }, tell) => `${start(tell.name(actor))} says: ${state}, after ${was}.`,
  'socket.buffers': (event, tell) => `${start(tell.name(event.actor))} ${holds(event)}.`,
  'socket.accept-queue': ({ actor, waiting, limit }, tell) =>
    `${start(tell.name(actor))} has ${waiting} of at most ${limit} ready connections waiting for accept().`,
  'socket.timer': timed,
  'socket.dropped': ({ actor, count }, tell) =>
    `${start(tell.name(actor))} has dropped ${count} ${count === 1 ? 'datagram' : 'datagrams'}: the receive buffer was full.`,
  'tcp.measured': ({ actor, rttUs, congestionWindow, unacknowledged }, tell) =>
    `${start(tell.name(actor))} measures: round trip ${milliseconds(rttUs)}, congestion window ${congestionWindow}, ${unacknowledged} in flight.`,
  'kernel.counted': ({ actor, counter, value, before }, tell) =>
    `${start(tell.name(actor))} counts ${counter}: ${value}, after ${before}.`,

  'process.started': ({ actor, pid }, tell) => `${start(tell.name(actor))} starts as process ${pid}.`,
  'process.exited': ({ actor, code, signal }, tell) =>
    `${start(tell.name(actor))} ends${signal ? ` by ${signal}` : code ? ` with code ${code}` : ''}.`,
};

function returns(event: EventOf<'call.returned'>, tell: Teller): string {
  const who = tell.name(event.actor);
  if (event.error !== undefined) return `${event.call}() fails in ${who}: ${event.error}.`;
  if (event.call === 'sleep') return `${start(who)} wakes up.`;
  const result = event.result === '' || event.result === 'None' ? '' : ` with ${event.result}`;
  return `${event.call}() returns to ${who}${result}.`;
}

function timed(event: EventOf<'socket.timer'>, tell: Teller): string {
  const { actor, timer, expiresMs, retransmits } = event;
  const what = isFinWaitTimer(tell.trace, event) ? WAITS_FOR_FIN : (TIMERS[timer] ?? `has a timer, ${timer},`);
  const howLong = timer === 'none' ? '' : ` for ${seconds(expiresMs)}`;
  return `${start(tell.name(actor))} ${what}${howLong}${retransmits > 0 ? `, after sending again ${times(retransmits)}` : ''}.`;
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

/** The frame that the cable deals with, in the middle of a sentence. */
function inside(event: { readonly frame: number; readonly cause?: number }, tell: Teller): string {
  const segment = tell.segment(event);
  if (!segment) return namedFrame(event, tell);
  const name = named(segment);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function sendsDatagram(event: EventOf<'frame.sent'>): string {
  const contents = contentsOf(event);
  switch (contents?.kind) {
    case 'datagram':
      if (contents.isFragment) return `sends the first fragment of a UDP datagram of ${bytes(contents.length)}`;
      if (contents.length === 0) return `sends an empty UDP datagram to port ${contents.destinationPort}`;
      return `sends a UDP datagram of ${bytes(contents.length)} to port ${contents.destinationPort}`;
    case 'fragment':
      return `sends ${contents.isLast ? 'the last' : 'another'} fragment: ${bytes(contents.length)}, from byte ${contents.offset} on`;
    case 'port-unreachable':
      return `answers by ICMP: port unreachable, nobody is at UDP port ${contents.port}`;
    case undefined:
      return `sends ${event.summary}`;
    default:
      return assertNever(contents);
  }
}

/** A frame that is not TCP, in the middle of a sentence. */
function namedFrame(event: { readonly frame: number; readonly cause?: number }, tell: Teller): string {
  const contents = tell.carried(event);
  switch (contents?.kind) {
    case 'datagram':
      if (contents.isFragment) return 'the first fragment';
      return contents.length === 0 ? 'the empty datagram' : `the datagram of ${bytes(contents.length)}`;
    case 'fragment':
      return `the fragment from byte ${contents.offset} on`;
    case 'port-unreachable':
      return 'the ICMP message “port unreachable”';
    case undefined:
      return `frame ${event.frame}`;
    default:
      return assertNever(contents);
  }
}

/** What /proc/net/udp counts is memory with the kernel’s bookkeeping; TCP’s are the bytes of the program. */
function holds({ socket, sendBytes, receiveBytes }: EventOf<'socket.buffers'>): string {
  if (!socket.includes(':udp:'))
    return `holds ${sendBytes} bytes to send or to be acknowledged, ${receiveBytes} to be read`;
  if (sendBytes > 0) return `counts ${sendBytes} bytes of memory for sending datagrams, its bookkeeping included`;
  if (receiveBytes === 0) return 'has no datagram waiting any more';
  return `counts ${receiveBytes} bytes of memory for waiting datagrams, its bookkeeping included`;
}

function bytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}

const WAITS_FOR_FIN = 'waits for the other end’s FIN';
const TIMERS: Readonly<Record<string, string>> = {
  none: 'waits for no timer any more',
  retransmit: 'waits for an acknowledgment',
  keepalive: 'will ask whether the peer is still there,',
  'time-wait': 'stays in TIME-WAIT',
  'zero-window-probe': 'will ask whether there is room again,',
};

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function milliseconds(us: number): string {
  return `${(us / 1000).toFixed(us < 10_000 ? 1 : 0)} ms`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

const LONGEST_TEXT = 40;

function short(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

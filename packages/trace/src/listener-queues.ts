// Who waits at a listening socket, and where: in the SYN queue while the handshake goes on, in the accept queue when it
// is done, outside when the kernel did not answer. Told from the kernel's words and the segments; where the kernel keeps
// silent (a SYN cookie leaves no trace in its tables) its counters decide.
import type { EventOf, TraceEvent } from './event.ts';
import { hostOf } from './host-of.ts';
import {
  afterDrop,
  type Caller,
  callerAt,
  type ListenerQueues,
  type Listeners,
  newCaller,
  withCaller,
  withListener,
} from './listener-callers.ts';
import type { Model } from './model.ts';
import { withEntry, withoutEntry } from './ordered-map.ts';
import { endOfAddress } from './tcp-connections.ts';

type Segment = EventOf<'tcp.segment-sent'>;

/** All listening sockets by `host:port`, in the order in which they began to listen. */
export const listenerQueues: Model<Listeners> = {
  kinds: new Set([
    'socket.state',
    'socket.accept-queue',
    'tcp.segment-sent',
    'tcp.segment-delivered',
    'kernel.counted',
    'call.returned',
  ]),
  initial: ({ actors, reality }) => ({
    listeners: new Map(),
    travelling: new Map(),
    hosts: new Map([
      ...actors.flatMap(({ address, host }): [string, string][] => (address && host ? [[address, host]] : [])),
      ...Object.entries(reality.addresses ?? {}).map(([host, address]): [string, string] => [address, host]),
    ]),
  }),
  apply(state, event) {
    switch (event.kind) {
      case 'socket.state':
        return afterState(state, event);
      case 'socket.accept-queue': {
        const listener = [...state.listeners.values()].find(
          (one) => one.socket === event.socket && one.host === hostOf(event.actor),
        );
        return listener
          ? withListener(state, { ...listener, waiting: event.waiting, limit: event.limit, toldSeq: event.seq })
          : state;
      }
      case 'tcp.segment-sent':
        return afterSent({ ...state, travelling: withEntry(state.travelling, event.frame, event) }, event);
      case 'tcp.segment-delivered': {
        const segment = state.travelling.get(event.frame);
        return segment ? afterDelivered(state, segment, event) : state;
      }
      case 'kernel.counted':
        return afterCounted(state, event);
      case 'call.returned':
        return event.call === 'accept'
          ? afterAccept(state, event)
          : event.call === 'connect'
            ? afterConnect(state, event)
            : state;
      default:
        return state;
    }
  },
};

function afterState(state: Listeners, event: EventOf<'socket.state'>): Listeners {
  const host = hostOf(event.actor);
  const local = endOfAddress(event.local);
  const remote = endOfAddress(event.remote);
  const own = state.listeners.get(`${host}:${local.port}`);
  if (event.state === 'LISTEN')
    return withListener(state, {
      callers: new Map(),
      counters: new Map(),
      ...own,
      host,
      port: local.port,
      socket: event.socket,
      isOpen: true,
    });
  if (own && event.was === 'LISTEN' && event.state === 'CLOSED' && remote.port === 0)
    return withListener(state, { ...own, isOpen: false });
  if (own && remote.port !== 0) return afterServersWord(state, own, event, remote);
  // The caller's own kernel.
  const peer = state.listeners.get(`${nameOf(state, remote.address)}:${remote.port}`);
  const caller = peer && callerAt(peer, host, local.port);
  if (!peer || !caller) return state;
  if (event.state === 'ESTABLISHED')
    return withCaller(state, peer, { ...caller, believesConnected: true, changedSeq: event.seq });
  if (event.state === 'CLOSED' && event.was === 'SYN-SENT' && !isInside(caller))
    return withCaller(state, peer, {
      ...caller,
      place: caller.place === 'refused' ? 'refused' : 'gone',
      changedSeq: event.seq,
    });
  return state;
}

/** What the listener's kernel says of one connection. An address that no host has was invented by the SYN's sender. */
function afterServersWord(
  state: Listeners,
  listener: ListenerQueues,
  event: EventOf<'socket.state'>,
  { address, port }: { readonly address: string; readonly port: number },
): Listeners {
  const known = state.hosts.get(address);
  const isInvented = known === undefined && state.hosts.size > 0;
  const inventor = isInvented ? [...listener.callers.values()].find((one) => one.port === port)?.host : undefined;
  const host = known ?? inventor ?? address;
  const caller = callerAt(listener, host, port) ?? newCaller(host, port, event);
  const isForged = inventor !== undefined;
  const told: Caller = { ...caller, isTold: true, isForged, changedSeq: event.seq };
  switch (event.state) {
    case 'SYN-RECEIVED':
      return withCaller(state, listener, { ...told, place: 'syn-queue' });
    case 'CLOSED':
      return caller.place === 'syn-queue' ? withCaller(state, listener, { ...told, place: 'gone' }) : state;
    default:
      // Any later state: the handshake is done.
      return caller.place === 'accepted' || caller.place === 'accept-queue'
        ? state
        : withCaller(state, listener, { ...told, place: 'accept-queue' });
  }
}

function afterSent(state: Listeners, segment: Segment): Listeners {
  const flags = segment.flags.split(',');
  if (!flags.includes('SYN')) return state;
  if (!flags.includes('ACK')) {
    const listener = state.listeners.get(`${segment.to}:${segment.destinationPort}`);
    if (!listener) return state;
    const known = callerAt(listener, segment.from, segment.sourcePort);
    const isAgain = known !== undefined && known.initial === segment.sequence;
    const caller = isAgain ? afterDrop(known, segment.seq) : newCaller(segment.from, segment.sourcePort, segment);
    const syns = [...(isAgain ? caller.syns : []), { seq: segment.seq, at: segment.at }];
    return withCaller(state, listener, { ...caller, syns, initial: segment.sequence, changedSeq: segment.seq });
  }
  const listener = state.listeners.get(`${segment.from}:${segment.sourcePort}`);
  const caller = listener && callerAt(listener, segment.to, segment.destinationPort);
  if (!listener || !caller) return state;
  const isOutside = caller.place === 'on-the-way' || caller.place === 'unanswered';
  return withCaller(state, listener, {
    ...caller,
    isAnswered: true,
    ...(isOutside ? { place: 'syn-queue' } : {}),
    changedSeq: segment.seq,
  });
}

function afterDelivered(before: Listeners, segment: Segment, event: EventOf<'tcp.segment-delivered'>): Listeners {
  const flags = segment.flags.split(',');
  const state = { ...before, travelling: withoutEntry(before.travelling, segment.frame) };
  const own = state.listeners.get(`${segment.to}:${segment.destinationPort}`);
  if (own && flags.includes('SYN') && !flags.includes('ACK')) {
    const caller = callerAt(own, segment.from, segment.sourcePort);
    return caller ? withCaller(state, own, { ...caller, arrived: caller.arrived + 1, changedSeq: event.seq }) : state;
  }
  const listener = state.listeners.get(`${segment.from}:${segment.sourcePort}`);
  const caller = listener && callerAt(listener, segment.to, segment.destinationPort);
  if (!listener || !caller) return state;
  if (flags.includes('SYN'))
    return withCaller(state, listener, { ...caller, believesConnected: !caller.isForged, changedSeq: event.seq });
  if (flags.includes('RST') && !isInside(caller))
    return withCaller(state, listener, { ...caller, place: 'refused', changedSeq: event.seq });
  return state;
}

/** Counters that tell of what the tables of sockets do not show. */
const DROPS: ReadonlySet<string> = new Set(['ListenDrops', 'ListenOverflows', 'TCPReqQFullDrop']);

function afterCounted(state: Listeners, event: EventOf<'kernel.counted'>): Listeners {
  const host = hostOf(event.actor);
  const counter = event.counter.replace(/^.*\./, '');
  let after = state;
  for (const listener of state.listeners.values()) {
    if (listener.host !== host) continue;
    const counted = { value: event.value, more: event.value - event.before, seq: event.seq };
    const sum = (listener.counters.get(counter)?.since ?? 0) + counted.more;
    let callers = listener.callers;
    if (counter === 'SyncookiesSent') {
      const silent = [...callers.values()].filter(({ place, isTold }) => place === 'syn-queue' && !isTold);
      for (const caller of silent.slice(-counted.more))
        callers = withEntry(callers, caller.id, {
          ...caller,
          place: 'cookie',
          withCookie: true,
          changedSeq: event.seq,
        });
    } else if (DROPS.has(counter)) {
      for (const caller of callers.values())
        if (caller.place === 'on-the-way') callers = withEntry(callers, caller.id, afterDrop(caller, event.seq));
    }
    const counters = withEntry(listener.counters, counter, { ...counted, since: sum });
    after = withListener(after, { ...listener, callers, counters });
  }
  return after;
}

function afterAccept(state: Listeners, event: EventOf<'call.returned'>): Listeners {
  if (event.error !== undefined) return state;
  const host = hostOf(event.actor);
  const remote = remoteOf(event);
  for (const listener of state.listeners.values()) {
    if (listener.host !== host) continue;
    const waiting = [...listener.callers.values()].filter(({ place }) => place !== 'accepted' && place !== 'gone');
    const caller = remote
      ? waiting.find((one) => one.port === remote.port && one.host === nameOf(state, remote.address))
      : waiting.find(({ place }) => place === 'accept-queue');
    if (caller)
      return withCaller(state, listener, {
        ...caller,
        place: 'accepted',
        acceptedSeq: event.seq,
        changedSeq: event.seq,
      });
  }
  return state;
}

/** The caller failed, as its program was told; a socket that does not block is only told that its kernel is at it. */
function afterConnect(state: Listeners, event: EventOf<'call.returned'>): Listeners {
  if (event.error === undefined || event.error.startsWith('BlockingIOError')) return state;
  const host = hostOf(event.actor);
  for (const listener of state.listeners.values()) {
    const caller = [...listener.callers.values()].findLast(
      (one) => one.host === host && !isInside(one) && one.error === undefined,
    );
    if (!caller) continue;
    const place = /refused/i.test(event.error) ? 'refused' : 'gone';
    return withCaller(state, listener, { ...caller, place, error: event.error, changedSeq: event.seq });
  }
  return state;
}

function isInside({ place }: Caller): boolean {
  return place === 'accepted' || place === 'accept-queue';
}

/** The address that accept() gave, from the new socket's name or from its result. */
function remoteOf(event: TraceEvent & { readonly socket?: string; readonly result: string }) {
  const named = event.socket?.split('→')[1];
  if (named !== undefined) return endOfAddress(named);
  const match = /([\d.]{7,15})["']?\s*[,:]\s*(\d+)/.exec(event.result);
  return match ? { address: match[1] as string, port: Number(match[2]) } : undefined;
}

function nameOf(state: Listeners, address: string): string {
  return state.hosts.get(address) ?? address;
}

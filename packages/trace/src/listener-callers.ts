// What `listenerQueues` keeps of a listening socket and of everybody who calls it.
import type { EventOf } from './event.ts';
import { withEntry } from './ordered-map.ts';

/**
 * Where a caller is: its SYN is `on-the-way` or has just arrived; `unanswered`: the kernel let it fall; in the
 * `syn-queue`; answered with a `cookie`, without a place; in the `accept-queue`; `accepted` by the program; `refused` by
 * a reset; `gone`: given up, by whichever side.
 */
export type CallerPlace =
  | 'on-the-way'
  | 'unanswered'
  | 'syn-queue'
  | 'cookie'
  | 'accept-queue'
  | 'accepted'
  | 'refused'
  | 'gone';

/** One connection somebody wants, or has. */
export interface Caller {
  /** `host:port`. */
  readonly id: string;
  /** Its host; its address where the header knows no host that has it. */
  readonly host: string;
  readonly port: number;
  readonly place: CallerPlace;
  /** Its SYNs, the first and those sent again. */
  readonly syns: readonly { readonly seq: number; readonly at: number }[];
  readonly initial?: number;
  /** SYNs that arrived, and those of them that the kernel let fall. */
  readonly arrived: number;
  readonly dropped: number;
  readonly isAnswered: boolean;
  /** Its own kernel holds the connection to be established. */
  readonly believesConnected: boolean;
  /** The listener's kernel has spoken of it: its place is no inference. */
  readonly isTold: boolean;
  /** It calls under an address that no host has: whoever sent its SYN will never see an answer. */
  readonly isForged: boolean;
  /** It was answered without a place in the SYN queue. */
  readonly withCookie: boolean;
  readonly acceptedSeq?: number;
  /** What its program was told. */
  readonly error?: string;
  /** `seq` of the last event that changed it. */
  readonly changedSeq: number;
}

/** A counter of the kernel: its value, how much it has moved at last and since the socket listens. */
export interface ListenerCounter {
  readonly value: number;
  readonly more: number;
  readonly since: number;
  readonly seq: number;
}

/** One listening socket at a cursor. */
export interface ListenerQueues {
  readonly host: string;
  readonly port: number;
  readonly socket: string;
  readonly isOpen: boolean;
  /** As the kernel says: connections in the accept queue, and the most that it takes. */
  readonly waiting?: number;
  readonly limit?: number;
  readonly toldSeq?: number;
  /** By `id`, in the order in which they first called. */
  readonly callers: ReadonlyMap<string, Caller>;
  /** By name without its group: `ListenDrops`. */
  readonly counters: ReadonlyMap<string, ListenerCounter>;
}

export interface Listeners {
  readonly listeners: ReadonlyMap<string, ListenerQueues>;
  /** Segments on the way, by frame. */
  readonly travelling: ReadonlyMap<number, EventOf<'tcp.segment-sent'>>;
  /** Host of each address. */
  readonly hosts: ReadonlyMap<string, string>;
}

export function callerAt(listener: ListenerQueues, host: string, port: number): Caller | undefined {
  return listener.callers.get(`${host}:${port}`);
}

export function newCaller(host: string, port: number, { seq }: { readonly seq: number }): Caller {
  return {
    id: `${host}:${port}`,
    host,
    port,
    place: 'on-the-way',
    syns: [],
    arrived: 0,
    dropped: 0,
    isAnswered: false,
    believesConnected: false,
    isTold: false,
    isForged: false,
    withCookie: false,
    changedSeq: seq,
  };
}

/** What arrived so far and was not answered is known to have been let fall. */
export function afterDrop(caller: Caller, seq: number): Caller {
  if (caller.isAnswered || caller.arrived === 0) return caller;
  return { ...caller, place: 'unanswered', dropped: caller.arrived, changedSeq: seq };
}

export function withListener(state: Listeners, listener: ListenerQueues): Listeners {
  const key = `${listener.host}:${listener.port}`;
  return { ...state, listeners: withEntry(state.listeners, key, listener) };
}

export function withCaller(state: Listeners, listener: ListenerQueues, caller: Caller): Listeners {
  return withListener(state, { ...listener, callers: withEntry(listener.callers, caller.id, caller) });
}

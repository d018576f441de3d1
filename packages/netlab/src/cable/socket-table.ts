// /proc/net/tcp (proc_net_tcp in the kernel's documentation): one line a socket, addresses as hexadecimal words in
// the machine's byte order, ports as hexadecimal numbers.
import { readSync } from 'node:fs';
import type { TcpState } from '@lockstep/trace';

export interface SocketRow {
  readonly localHost: string;
  readonly localPort: number;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly state: TcpState;
  /** Bytes sent or to be sent, not yet acknowledged. */
  readonly sendBytes: number;
  /** Bytes that the program has not read yet. */
  readonly receiveBytes: number;
  /** Of a listening socket: finished connections that wait for accept(). */
  readonly waiting: number;
  readonly timer: SocketTimer;
}

/** What the kernel will do for a socket by itself, and in how long. */
export interface SocketTimer {
  readonly kind: 'none' | 'retransmit' | 'keepalive' | 'time-wait' | 'zero-window-probe';
  readonly expiresMs: number;
  /** Times that it has sent again without an answer. */
  readonly retransmits: number;
}

/** The kernel's numbers (include/net/tcp_states.h) in the spelling of RFC 9293 §3.3.2. */
const STATES: readonly (TcpState | undefined)[] = [
  undefined,
  'ESTABLISHED',
  'SYN-SENT',
  'SYN-RECEIVED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'TIME-WAIT',
  'CLOSED',
  'CLOSE-WAIT',
  'LAST-ACK',
  'LISTEN',
  'CLOSING',
  'SYN-RECEIVED',
];

const LINE =
  /^\s*\d+: ([0-9A-F]{8}):([0-9A-F]{4}) ([0-9A-F]{8}):([0-9A-F]{4}) ([0-9A-F]{2}) ([0-9A-F]{8}):([0-9A-F]{8}) ([0-9A-F]{2}):([0-9A-F]{8}) ([0-9A-F]{8}) /;

export function parseSocketTable(text: string): SocketRow[] {
  return text.split('\n').flatMap((line) => {
    const match = LINE.exec(line);
    if (!match) return [];
    const [localHost, localPort, remoteHost, remotePort, state, sendQueue, receiveQueue, ...timer] = match.slice(
      1,
    ) as string[];
    const known = STATES[hex(state)];
    return known === undefined
      ? []
      : [
          {
            localHost: hostOf(localHost),
            localPort: hex(localPort),
            remoteHost: hostOf(remoteHost),
            remotePort: hex(remotePort),
            state: known,
            ...queuesOf(known, hex(sendQueue), hex(receiveQueue)),
            timer: timerOf(timer),
          },
        ];
  });
}

/** In the order of the kernel's numbers (tcp_diag: none, retransmission, keepalive, TIME-WAIT, probe). */
const TIMERS: readonly SocketTimer['kind'][] = ['none', 'retransmit', 'keepalive', 'time-wait', 'zero-window-probe'];
/** The kernel tells times to user space in hundredths of a second (USER_HZ, time(7)). */
const MS_PER_TICK = 10;

function timerOf([kind, expires, retransmits]: readonly string[]): SocketTimer {
  return {
    kind: TIMERS[hex(kind)] ?? 'none',
    expiresMs: (hex(expires) | 0) * MS_PER_TICK,
    retransmits: hex(retransmits),
  };
}

/** States in which our own SYN or FIN is still unacknowledged, so that the kernel counts it as one more to send. */
const UNACKNOWLEDGED = new Set<TcpState>(['SYN-SENT', 'SYN-RECEIVED', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK']);
/** States after the peer's FIN, which the kernel counts as one more to be read until the program has met it. */
const ENDED = new Set<TcpState>(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK']);

/** The kernel's queues are differences of sequence numbers, where SYN and FIN take one each; ours are bytes. */
function queuesOf(state: TcpState, send: number, receive: number) {
  if (state === 'LISTEN') return { sendBytes: 0, receiveBytes: 0, waiting: receive };
  return {
    sendBytes: Math.max(0, send - (UNACKNOWLEDGED.has(state) ? 1 : 0)),
    receiveBytes: Math.max(0, receive - (ENDED.has(state) ? 1 : 0)),
    waiting: 0,
  };
}

function hex(text = '0'): number {
  return Number.parseInt(text, 16);
}

function hostOf(word = ''): string {
  return (word.match(/../g) ?? []).map(hex).reverse().join('.');
}

const page = new Uint8Array(65_536);
/** The kernel hands out whole lines, about a page at a time; much less than a page is the end. */
const SURELY_THE_END = 2048;

/** Reads the table anew through a descriptor that stays open. */
export function readSocketTable(fd: number): string {
  let text = '';
  for (;;) {
    const length = readSync(fd, page, 0, page.length, text.length);
    text += Buffer.from(page.buffer, 0, length).toString('latin1');
    if (length < SURELY_THE_END) return text;
  }
}

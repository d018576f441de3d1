import type { Holds } from '@lockstep/lab';
import type { Lane } from '../lanes/lane.ts';

/** What a sandbox is to be and to run; the first line of the supervisor's standard input, as JSON. Lines after it are for the cable. */
export interface SandboxPlan {
  readonly lane: Lane;
  /** Only build everything, say so, and end: whether this machine allows the lane. */
  readonly isTrial: boolean;
  /** The run's zero, in nanoseconds of CLOCK_MONOTONIC. */
  readonly startNs: string;
  /** Hosts acknowledge at once instead of a little later; only in the sandbox. */
  readonly quickAck: boolean;
  readonly port: number;
  readonly maxEvents: number;
  readonly watch: WatchPlan;
  /** The run is over when nothing has happened for so long and all programs wait for each other; undefined: a fault. */
  readonly stuckMs?: number;
  readonly maxMs: number;
  /** What the cable does with which frames; only in lane A. */
  readonly rules: string;
  readonly seed: number;
  /** What waits for a hand; undefined: nothing does. */
  readonly holds?: Holds;
  /** File URL of the lab's compiled program. */
  readonly programUrl: string;
  readonly hosts: readonly HostPlan[];
}

/** What the kernels are asked beside their sockets' states, in the sandbox. */
export interface WatchPlan {
  /** Of /proc/net/netstat and /proc/net/snmp, e.g. `TcpExt.ListenOverflows`. */
  readonly counters: readonly string[];
  /** TCP_INFO: round trip, congestion window, retransmissions. */
  readonly tcpInfo: boolean;
  /** Retransmission, zero-window probe and TIME-WAIT. */
  readonly timers: boolean;
}

export interface HostPlan {
  readonly name: string;
  /** IPv4, in 10.0.0.0/24; on loopback all share 127.0.0.1. */
  readonly address: string;
  readonly mac: string;
  readonly functionName: string;
  readonly arguments: unknown;
  readonly isFirst: boolean;
  readonly isServer: boolean;
  /** The host whose connect() its program waits for before it starts. */
  readonly after?: string;
  /** Settings of its own kernel under /proc/sys, e.g. `net/ipv4/tcp_syncookies`; only in the sandbox. */
  readonly sysctls: Readonly<Record<string, string | number>>;
  /** Addresses at which nobody is, but which all others believe to be behind this host's port. */
  readonly ghosts: readonly string[];
  /** The cable that it is on: only who shares it can be reached. */
  readonly cable: string;
}

import type { Holds } from '@lockstep/lab';
import type { Lane } from '../lanes/lane.ts';
import type { KernelDescriptors } from './kernel-watch.ts';

/** What the cable's process is to do, given to it as JSON in its first argument; descriptors are inherited. */
export interface CablePlan {
  readonly lane: Lane;
  /** The run's zero, in nanoseconds of CLOCK_MONOTONIC. */
  readonly startNs: string;
  /** The server's port: on loopback it tells the hosts apart. */
  readonly port: number;
  readonly maxEvents: number;
  /** Whether the kernels' timers are told. */
  readonly timers: boolean;
  /** The run is over when nothing has happened for so long and all programs wait for each other; undefined: a fault. */
  readonly stuckMs?: number;
  /** After so long the run has failed. */
  readonly maxMs: number;
  readonly hosts: readonly CableHost[];
  /** What the cable does with which frames, as `parseCableRules` reads it; only in lane A. */
  readonly rules: string;
  /** Drives the chance in rules. */
  readonly seed: number;
  /** A hand lets these go, one at a time; undefined: nothing waits for a hand. */
  readonly holds?: Holds;
  /** Channel to the supervisor, which tells of processes that ended and of what a hand chose. */
  readonly controlFd: number;
  /** Lane B: packet socket on loopback. */
  readonly captureFd?: number;
}

export interface CableHost {
  readonly name: string;
  readonly mac: string;
  /** The cable that it is on. */
  readonly cable: string;
  /** Its program starts before the others, which wait until it listens. */
  readonly isFirst: boolean;
  /** The host whose connect() its program waits for before it starts. */
  readonly after?: string;
  /** Whether its sockets are those with the server's port as their own (lanes B and C). */
  readonly isServer: boolean;
  /** Channel to its program. */
  readonly programFd: number;
  /** /proc/net/tcp of its network namespace. */
  readonly tableFd: number;
  /** Lane A: packet socket on our end of its pair. */
  readonly packetFd?: number;
  /** Lane A: what else its kernel can be asked. */
  readonly kernel?: KernelDescriptors;
}

import { openSync } from 'node:fs';
import type { KernelDescriptors } from '../cable/kernel-watch.ts';
import { openPacketSocket } from '../native/packet-socket.ts';
import { portFilter } from '../native/port-filter.ts';
import { openSocketDiagnosis } from '../native/sock-diag.ts';
import type { WatchPlan } from './sandbox-plan.ts';

/** Where a host's program runs, and the descriptors through which the cable sees it. */
export interface Place {
  /** /proc/net/tcp of its network. */
  readonly tableFd: number;
  /** Our end of its cable; only in the sandbox. */
  readonly packetFd?: number;
  /** What else its kernel can be asked; only in the sandbox. */
  readonly kernel?: KernelDescriptors;
  /** Starts something there. */
  within<T>(action: () => T): T;
}

/** Lanes B and C: the machine's own network. */
export function loopbackPlace(): Place {
  return { tableFd: openSocketTable(), within: (action) => action() };
}

/** Lane B: sees the frames of one port on loopback. */
export function openLoopbackCapture(port: number): number {
  return openPacketSocket('lo', portFilter(port));
}

/** The table of the network that the calling thread is in; the descriptor keeps showing that one. */
export function openSocketTable(): number {
  return openSync('/proc/thread-self/net/tcp', 'r');
}

/** As `openSocketTable`, for all else that is watched. */
export function openKernel({ counters, tcpInfo }: WatchPlan): KernelDescriptors {
  const open = (file: string): number => openSync(`/proc/thread-self/net/${file}`, 'r');
  return {
    udpFd: open('udp'),
    ...(counters.length > 0 && { counters, counterFds: [open('netstat'), open('snmp')] }),
    ...(tcpInfo && { diagnosisFd: openSocketDiagnosis() }),
  };
}

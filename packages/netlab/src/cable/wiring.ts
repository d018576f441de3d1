// Where the frames of a run come from: the ends of our cable, or a capture of loopback.
import type { RunClock } from '../native/clock.ts';
import { receiveFrame, sendFrame } from '../native/packet-socket.ts';
import { type Cable, type CableOptions, createCable, type Port, type Witness } from './cable.ts';
import type { CablePlan } from './cable-plan.ts';
import { createObserve } from './observe.ts';
import type { SocketWatch } from './socket-watch.ts';

/** A packet socket, and what is to be done with its frames. */
export interface FrameSource {
  readonly fd: number;
  /** `isLast`: no other waits behind it. */
  readonly handle: (bytes: Uint8Array, atUs: number, isLast: boolean) => void;
}

/** Something that has arrived, to be dealt with in the order of time. */
export interface Arrival {
  readonly atUs: number;
  handle(): void;
}

/** The sources of a run, and the cable between them in lane A. */
export interface Wiring {
  readonly sources: readonly FrameSource[];
  readonly cable?: Cable;
}

/** What the wiring must know of a host. */
export interface WiredHost {
  readonly watch: SocketWatch;
  readonly isBusy: () => boolean;
}

export function createWiring(
  plan: CablePlan,
  hosts: readonly WiredHost[],
  options: CableOptions,
  witness: Witness,
): Wiring {
  if (plan.captureFd !== undefined)
    return { sources: [{ fd: plan.captureFd, handle: createObserve(plan.hosts, plan.port, witness) }] };
  const ends = plan.hosts.flatMap(({ name, mac, cable, packetFd }, index) => {
    if (packetFd === undefined) return [];
    const { watch, isBusy } = hosts[index] as WiredHost;
    const port: Port = { host: name, mac, cable, watch, isBusy, send: (bytes) => sendFrame(packetFd, bytes) };
    return [{ fd: packetFd, port }];
  });
  const ports = ends.map(({ port }) => port);
  const carrier = createCable(ports, options, witness);
  const sources = ends.map(
    ({ fd, port }): FrameSource => ({
      fd,
      handle: (bytes, atUs, isLast) => carrier.take(port, bytes, atUs, isLast),
    }),
  );
  return { sources, cable: carrier };
}

/** All frames that wait at a source, in the order in which they came, whatever their stamps say. */
export function arrivalsAt({ fd, handle }: FrameSource, clock: RunClock): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  let lastUs = 0;
  let next = receiveFrame(fd);
  while (next) {
    const { bytes, stampNs } = next;
    const atUs = Math.max(lastUs, clock.fromStampNs(stampNs));
    lastUs = atUs;
    next = receiveFrame(fd);
    const isLast = next === undefined;
    arrivals.push({ atUs, handle: () => handle(bytes, atUs, isLast) });
  }
  return arrivals;
}

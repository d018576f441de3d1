// Lane A: each host is a network namespace with one end of a veth pair; the other end stays here as a packet socket.
// Nothing is configured by programs that might not be installed, nothing has to be removed afterwards: a namespace
// ends with its last descriptor.
import { existsSync, writeFileSync } from 'node:fs';
import { createNetworkNamespace, type NetworkNamespace } from '../native/network-namespace.ts';
import { switchOffOffloads } from '../native/offloads.ts';
import { openPacketSocket } from '../native/packet-socket.ts';
import {
  acknowledgeAtOnce,
  addAddress,
  addPermanentNeighbour,
  createVethPair,
  setLinkUp,
} from '../native/rtnetlink.ts';
import { openKernel, openSocketTable, type Place } from './place.ts';
import type { HostPlan, SandboxPlan, WatchPlan } from './sandbox-plan.ts';

const HOST_INTERFACE = 'eth0';
const PREFIX_LENGTH = 24;
/**
 * Buckets of a host's own table of connections. The machine's shared one may have hundreds of thousands, and reading
 * /proc/net/tcp walks them all: 1.4 ms a look instead of 0.03.
 */
const TABLE_BUCKETS = 64;

/** @throws Error saying which step was refused and how. */
export function buildHosts({ hosts, quickAck, watch }: SandboxPlan): readonly Place[] {
  setWhereKnown('net/ipv4/tcp_child_ehash_entries', TABLE_BUCKETS);
  step('switch off IPv6', silenceIpv6);
  const places = hosts.map((host, index) => buildHost(host, hosts, `cable${index + 1}`, watch));
  if (quickAck)
    for (const [index, { address, name }] of hosts.entries())
      step(`make ${name} acknowledge at once`, () =>
        places[index]?.within(() => acknowledgeAtOnce(HOST_INTERFACE, address, PREFIX_LENGTH)),
      );
  return places;
}

function buildHost(host: HostPlan, all: readonly HostPlan[], ourEnd: string, watch: WatchPlan): Place {
  const here = (what: string): string => `${what} (host ${host.name})`;
  const namespace = step(here('create a network namespace'), createNetworkNamespace);
  step(here('create a veth pair'), () =>
    createVethPair(ourEnd, { name: HOST_INTERFACE, mac: host.mac, namespaceFd: namespace.fd }),
  );
  step(here('set the cable’s end up'), () => {
    switchOffOffloads(ourEnd);
    setLinkUp(ourEnd, { noArp: true });
  });
  configure(namespace, host, all, here);
  return {
    packetFd: step(here('open a packet socket'), () => openPacketSocket(ourEnd)),
    tableFd: step(here('open its socket table'), () => namespace.within(openSocketTable)),
    kernel: step(here('open its kernel’s files'), () => namespace.within(() => openKernel(watch))),
    within: (action) => namespace.within(action),
  };
}

function configure(
  namespace: NetworkNamespace,
  host: HostPlan,
  all: readonly HostPlan[],
  here: (what: string) => string,
): void {
  namespace.within(() => {
    step(here('switch off IPv6'), silenceIpv6);
    step(here('switch off offloads'), () => switchOffOffloads(HOST_INTERFACE));
    step(here('set its interfaces up'), () => {
      setLinkUp('lo');
      setLinkUp(HOST_INTERFACE);
    });
    step(here('give it its address'), () => addAddress(HOST_INTERFACE, host.address, PREFIX_LENGTH));
    // Known neighbours need no ARP, which would be a lesson of its own in the middle of this one.
    step(here('tell it its neighbours'), () => {
      for (const { address, mac, ghosts } of all)
        if (address !== host.address)
          for (const known of [address, ...ghosts]) addPermanentNeighbour(HOST_INTERFACE, known, mac);
    });
    for (const [setting, value] of Object.entries(host.sysctls))
      step(here(`set ${setting} to ${value}`), () => writeFileSync(`/proc/sys/${setting}`, String(value)));
  });
}

/** Router solicitations and neighbour discovery are noise here. */
function silenceIpv6(): void {
  setWhereKnown('net/ipv6/conf/all/disable_ipv6', 1);
  setWhereKnown('net/ipv6/conf/default/disable_ipv6', 1);
}

/** A kernel without this setting does not need it set. */
function setWhereKnown(setting: string, value: number): void {
  const path = `/proc/sys/${setting}`;
  if (existsSync(path)) writeFileSync(path, String(value));
}

function step<T>(what: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw new Error(`cannot ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

export type { Lane } from './lanes/lane.ts';
export { type NetworkProbe, probeNetwork } from './lanes/probe-network.ts';
export type { Program, Readiness } from './programs/operation.ts';
export { OSError } from './programs/os-error.ts';
export { type Epoll, epoll, poll, select, type WaitOptions } from './programs/selectors.ts';
export { type Datagram, killMyself, print, type Socket, sleep, socket } from './programs/socket.ts';
export { type SynPacketOptions, synPacket } from './programs/syn-packet.ts';
export {
  type HostOptions,
  type Network,
  type NetworkScenarioOptions,
  networkScenario,
} from './runs/network-scenario.ts';

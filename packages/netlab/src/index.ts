export type { Lane } from './lanes/lane.ts';
export { type NetworkProbe, probeNetwork } from './lanes/probe-network.ts';
export type { Program } from './programs/operation.ts';
export { OSError } from './programs/os-error.ts';
export { type Socket, sleep, socket } from './programs/socket.ts';
export {
  type HostOptions,
  type Network,
  type NetworkScenarioOptions,
  networkScenario,
} from './runs/network-scenario.ts';

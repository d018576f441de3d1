// Which lane this machine allows is found out by trying it, because no setting tells for sure: the very steps of a
// run are made and then thrown away.
import { release } from 'node:os';
import type { Text } from '@lockstep/lab';
import { freePort } from '../runs/free-port.ts';
import { startSandbox } from '../runs/sandbox-process.ts';
import type { HostPlan, SandboxPlan } from '../sandbox/sandbox-plan.ts';
import { LANES, type Lane } from './lane.ts';
import { remedyFor } from './remedy-for.ts';

/** The lane of a machine; D: nothing can be run live. */
export interface NetworkProbe {
  readonly lane: Lane | 'D';
  /** Why not lane A, as the operating system said it. */
  readonly why?: string;
  /** What would enable more. */
  readonly remedy?: Text;
  /** Release of the kernel, e.g. `6.18.44`. */
  readonly kernel: string;
}

const TRIAL_TIMEOUT_MS = 10_000;
const known = new Map<string, Promise<NetworkProbe>>();

/**
 * Finds the best lane by trial, 0.1 to 0.3 s; the answer is kept. The environment variable LOCKSTEP_LANES names the
 * lanes that may be used, e.g. `BC`; without it all may.
 */
export function probeNetwork(): Promise<NetworkProbe> {
  const allowed = process.env['LOCKSTEP_LANES'] ?? LANES.join('');
  const probe = known.get(allowed) ?? tryLanes(allowed);
  known.set(allowed, probe);
  return probe;
}

async function tryLanes(allowed: string): Promise<NetworkProbe> {
  const kernel = release();
  const refusals: string[] = [];
  for (const lane of LANES) {
    const refusal = allowed.includes(lane)
      ? await tryLane(lane)
      : `lane ${lane} is not among LOCKSTEP_LANES=${allowed}`;
    if (refusal === undefined) return { lane, kernel, ...shortcoming(refusals) };
    refusals.push(refusal);
  }
  return { lane: 'D', kernel, ...shortcoming(refusals) };
}

/** The sandbox is what is missed, so its refusal is the one to tell. */
function shortcoming([why]: readonly string[]): Pick<NetworkProbe, 'why' | 'remedy'> {
  return why === undefined ? {} : { why, remedy: remedyFor(why) };
}

/** @returns what stood in the way; undefined when nothing did. */
async function tryLane(lane: Lane): Promise<string | undefined> {
  if (process.platform !== 'linux') return `this is ${process.platform}, not Linux`;
  let refusal: string | undefined = '';
  const trial = startSandbox(await trialPlan(lane), (message) => {
    if (message.kind === 'ready') refusal = undefined;
    if (message.kind === 'end') refusal = message.fault;
  });
  const timer = setTimeout(trial.stop, TRIAL_TIMEOUT_MS);
  const { complaint } = await trial.gone;
  clearTimeout(timer);
  return refusal === '' ? complaint || 'it gave no answer' : refusal;
}

async function trialPlan(lane: Lane): Promise<SandboxPlan> {
  const host = (number: number): HostPlan => ({
    name: `trial${number}`,
    address: `10.0.0.${number}`,
    mac: `02:00:00:00:00:0${number}`,
    functionName: '',
    arguments: {},
    isFirst: false,
    isServer: false,
    cable: '',
    sysctls: {},
    ghosts: [],
  });
  return {
    lane,
    isTrial: true,
    rules: '',
    seed: 0,
    startNs: '0',
    quickAck: false,
    port: lane === 'B' ? await freePort() : 0,
    maxEvents: 0,
    watch: { counters: [], tcpInfo: false, timers: false },
    maxMs: TRIAL_TIMEOUT_MS,
    programUrl: '',
    hosts: [host(1), host(2)],
  };
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCableRules, parseHolds, type RunContext, type Scenario } from '@lockstep/lab';
import type { KnobValues, Mode, Trace } from '@lockstep/trace';
import type { Lane } from '../lanes/lane.ts';
import { probeNetwork } from '../lanes/probe-network.ts';
import type { HostPlan, SandboxPlan, WatchPlan } from '../sandbox/sandbox-plan.ts';
import { createAskHand } from './ask-hand.ts';
import { type NetworkOutcome, runBatchMode } from './batch-mode.ts';
import { createFactIntake } from './fact-intake.ts';
import { freePort } from './free-port.ts';
import { startSandbox } from './sandbox-process.ts';

/** A host of a scenario. */
export interface HostOptions {
  /** Also the id of its program's actor; its kernel's is `<name>.kernel`. */
  readonly name: string;
  /** The generator function of the lab's program.ts that it runs. */
  readonly program: string;
  /** Its program starts first; the others start when it listens. It is the server. */
  readonly first?: boolean;
  /**
   * Its program starts only when this host's connect() has returned, or its process has ended: so who comes second is
   * not left to chance.
   */
  readonly after?: string;
  /** Settings of its own kernel under /proc/sys, e.g. `{ 'net/ipv4/tcp_syncookies': 0 }`. Only in lane A. */
  readonly sysctls?: Sysctls;
  /**
   * Which cable it is on; hosts on different ones cannot reach each other. Default: all are on the same. Only in lane A.
   */
  readonly cable?: string;
  /** Addresses at which nobody is, but which all others believe to be behind this host's port. Only in lane A. */
  readonly ghosts?: readonly string[];
}

type Sysctls = Readonly<Record<string, string | number>>;

/** What a program must know of the network that the run was given. */
export interface Network {
  readonly lane: Lane;
  /** IPv4 address of a host: its own in the sandbox, 127.0.0.1 elsewhere. */
  address(host: string): string;
  /** The server's port. */
  readonly port: number;
}

export interface NetworkScenarioOptions {
  /**
   * A function where the knobs decide who there is or how their kernels are set. Where none is `first`, all start
   * together.
   */
  readonly hosts: readonly HostOptions[] | ((knobs: KnobValues) => readonly HostOptions[]);
  /** What the kernels are asked beside their sockets' states; only in lane A. */
  readonly watch?: Partial<WatchPlan>;
  /**
   * The run is over, as a deadlock, when nothing has happened for so long and each program that is left waits for
   * somebody else. Without it such a run fails when its time is over.
   */
  readonly stuckMs?: number;
  /**
   * The hosts' kernels acknowledge at once (ip-route(8): quickack), so that every FIN has an ACK of its own and
   * FIN-WAIT-2 is there in every run. Default: as Linux does it, up to 40 ms later and with other segments if it can.
   */
  readonly quickAck?: boolean;
  /** What a run came to: what mode `batch` counts. */
  readonly outcome?: (trace: Trace) => NetworkOutcome;
  /**
   * Rules of the cable that other knobs come to, e.g. a percentage of loss. Those of the knob `rules`, which the learner
   * writes, go before them.
   */
  rules?(knobs: KnobValues, mode: Mode): string;
  /** The one argument of each program, made of checked knobs; it must survive JSON. */
  arguments(knobs: KnobValues, network: Network): unknown;
}

const WATCH_NOTHING: WatchPlan = { counters: [], tcpInfo: false, timers: false };
const SANDBOX_PORT = 9000;
/** Outside the sandbox all hosts are this one. */
const LOOPBACK = '127.0.0.1';
/** Our own end comes before the server's, because it can say who was still waiting for what. */
const HEAD_START_MS = 1000;
const SHORTEST_RUN_MS = 1000;

const PARTS: Readonly<Record<Lane, readonly string[]>> = {
  A: ['kernel-tcp', 'program-processes', 'cable'],
  B: ['kernel-tcp', 'program-processes', 'loopback-capture'],
  C: ['kernel-tcp', 'program-processes'],
};

/**
 * A scenario in which programs with real sockets run on hosts of their own. Where the machine does not allow that, the
 * same programs run over loopback and less of it is seen (`reality.lane`); where even that is impossible it throws.
 * Rules of the cable, and frames that wait for a hand (mode `stepped`), need our own cable: there it throws without it.
 * @example export default networkScenario({
 *   hosts: [{ name: 'server', program: 'server', first: true }, { name: 'client', program: 'client' }],
 *   arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
 * })
 */
export function networkScenario(options: NetworkScenarioOptions): Scenario {
  return {
    async run(context) {
      const hosts = typeof options.hosts === 'function' ? options.hosts(context.knobs) : options.hosts;
      const { lane, why } = await probeNetwork();
      if (lane === 'D') throw new Error(`nothing live here: ${why}`);
      const rules = rulesOf(options, hosts, context);
      checkCable(rules, context, lane);
      context.declare({
        lane,
        parts: PARTS[lane],
        ...(lane !== 'A' && { addresses: Object.fromEntries(hosts.map(({ name }) => [name, LOOPBACK])) }),
        ...(why !== undefined && { why }),
      });
      const runOnce = async (record: RunContext['record']): Promise<void> => {
        const plan = await planOf(options, hosts, context, { lane, rules });
        if (!context.signal.aborted) await runSandbox(plan, { ...context, record });
      };
      if (context.mode !== 'batch') await runOnce((fact) => context.record(fact));
      else await runBatchMode(context, outcomeOf(options), runOnce);
    },
  };
}

function outcomeOf(options: NetworkScenarioOptions): (trace: Trace) => NetworkOutcome {
  if (!options.outcome) throw new Error('this scenario does not say what a run comes to');
  return options.outcome;
}

async function runSandbox(
  plan: SandboxPlan,
  context: Pick<RunContext, 'signal' | 'record' | 'offer' | 'nextStep'>,
): Promise<void> {
  const intake = createFactIntake(context);
  const askHand = createAskHand(context, (choice) => sandbox.choose(choice));
  const sandbox = startSandbox(plan, (message) => {
    intake.take(message);
    if (message.kind === 'offer') askHand(message);
    if (message.kind === 'end') sandbox.stop();
  });
  context.signal.addEventListener('abort', sandbox.stop, { once: true });
  const { complaint } = await sandbox.gone;
  context.signal.removeEventListener('abort', sandbox.stop);
  if (context.signal.aborted) return;
  if (!intake.hasEnded) throw new Error(`the sandbox broke off: ${complaint || 'it gave no reason'}`);
  if (intake.fault !== undefined) throw new Error([intake.fault, complaint].filter((part) => part !== '').join('\n'));
}

/** Also where they could not be obeyed, rules are read: a mistake in them is told in any lane. */
function rulesOf(options: NetworkScenarioOptions, hosts: readonly HostOptions[], { knobs, mode }: RunContext): string {
  const parts = [String(knobs['rules'] ?? ''), options.rules?.(knobs, mode) ?? ''];
  const text = parts.filter((part) => part.trim() !== '').join('; ');
  parseCableRules(
    text,
    hosts.map(({ name }) => name),
  );
  return text;
}

function checkCable(rules: string, context: RunContext, lane: Lane): void {
  if (lane === 'A') return;
  const instead = `this run is in lane ${lane}`;
  if (rules !== '') throw new Error(`rules of the cable need our own cable, lane A: ${instead}`);
  if (context.mode === 'stepped' && parseHolds(context.knobs['hold']) !== 'calls')
    throw new Error(`frames that wait for a hand need our own cable, lane A: ${instead}`);
}

async function planOf(
  options: NetworkScenarioOptions,
  hosts: readonly HostOptions[],
  context: RunContext,
  { lane, rules }: { readonly lane: Lane; readonly rules: string },
): Promise<SandboxPlan> {
  const port = lane === 'A' ? SANDBOX_PORT : await freePort();
  const addresses = new Map(hosts.map(({ name }, index) => [name, addressOf(name, index, context, lane)]));
  const network: Network = { lane, port, address: (host) => addresses.get(host) ?? unknownHost(host) };
  const given = options.arguments(context.knobs, network);
  return {
    lane,
    isTrial: false,
    startNs: String(process.hrtime.bigint() - BigInt(Math.round(context.nowUs() * 1000))),
    quickAck: options.quickAck ?? false,
    port,
    maxEvents: context.limits.maxEvents,
    watch: { ...WATCH_NOTHING, ...options.watch },
    ...(options.stuckMs !== undefined && { stuckMs: options.stuckMs }),
    maxMs: Math.max(SHORTEST_RUN_MS, context.limits.maxMs - HEAD_START_MS),
    rules,
    seed: context.seed,
    ...(context.mode === 'stepped' && { holds: parseHolds(context.knobs['hold']) }),
    programUrl: pathToFileURL(join(context.labDirectory, 'program.js')).href,
    hosts: hosts.map(
      ({ name, program, first = false, after, sysctls = {}, ghosts = [], cable = '' }, index): HostPlan => ({
        name,
        address: network.address(name),
        mac: macOf(index),
        functionName: program,
        arguments: given,
        isFirst: first,
        isServer: first,
        ...(after !== undefined && { after }),
        sysctls,
        ghosts,
        cable,
      }),
    ),
  };
}

/** As the lab's actors say; else 10.0.0.1, 10.0.0.2, … in their order. */
function addressOf(name: string, index: number, { actors }: RunContext, lane: Lane): string {
  if (lane !== 'A') return LOOPBACK;
  return actors.find(({ id }) => id === name)?.address ?? `10.0.0.${index + 1}`;
}

/** Locally administered addresses (IEEE 802: the second bit of the first byte). */
function macOf(index: number): string {
  return `02:00:00:00:00:${(index + 1).toString(16).padStart(2, '0')}`;
}

function unknownHost(host: string): never {
  throw new Error(`the scenario has no host ${host}`);
}

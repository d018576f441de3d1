// The cable's process. It gathers what has arrived from all sides, orders it by time, and deals with one thing after
// the other. It opens nothing itself: all descriptors are inherited from the supervisor.
import { LET_THE_REST_PASS, parseCableRules } from '@lockstep/lab';
import { createLineReader } from '../native/channel.ts';
import { createRunClock } from '../native/clock.ts';
import { dieWithParent } from '../native/die-with-parent.ts';
import { takeDropCount } from '../native/packet-socket.ts';
import { watchReadable } from '../native/watch-readable.ts';
import type { CableHost, CablePlan } from './cable-plan.ts';
import { createCauses } from './causes.ts';
import type { ControlMessage } from './control-message.ts';
import { createCourse, type RunEnd } from './course.ts';
import { createHand } from './hand.ts';
import { createJudge } from './judge-by-rules.ts';
import { watchKernel } from './kernel-watch.ts';
import { createLedger } from './ledger.ts';
import type { Message } from './message.ts';
import { createProgramLink } from './program-link.ts';
import type { SocketRow } from './socket-table.ts';
import { createSocketWatch, type SocketWatch } from './socket-watch.ts';
import { type Arrival, arrivalsAt, createWiring } from './wiring.ts';

/** How often the tables are read where nothing tells us when to look. */
const LOOK_EVERY_MS = 20;
/** How long a hand may think. The server has a limit of its own, a little shorter, and more to say about it. */
const HAND_PATIENCE_MS = 16 * 60_000;
/** For what a hand has dropped to be sent again after the programs have ended. */
const HAND_FAREWELL_MS = 15_000;

/** How often timers are read while nothing happens. */
const LOOK_AT_TIMERS_US = 250_000;

dieWithParent();
const plan = JSON.parse(process.argv[2] as string) as CablePlan;
const isLoopback = plan.lane !== 'A';
const clock = createRunClock(BigInt(plan.startNs));
const ledger = createLedger(plan.maxEvents, (text) => process.stdout.write(text));
const witness = { clock, ledger, causes: createCauses() };

const watches = plan.hosts.map((host) => {
  const watch = createSocketWatch({
    host: host.name,
    tableFd: host.tableFd,
    ledger,
    isBracketed: !isLoopback,
    causeOfState: (connection, state, was) => witness.causes.ofState(host.name, connection, state, was),
    belongs: (row) => !isLoopback || isOwnRow(host, row),
    beforeTelling: () => {
      if (isLoopback) deal(sources.flatMap((source) => arrivalsAt(source, clock)));
    },
    tellsTimers: plan.timers,
  });
  return host.kernel ? watchKernel(watch, { host: host.name, ledger, ...host.kernel }) : watch;
});
const hosts = plan.hosts.map((host, index) => {
  const watch = watches[index] as SocketWatch;
  const link = createProgramLink({ host: host.name, isFirst: host.isFirst, fd: host.programFd, watch }, witness, {
    ready: (program, pid) => course.ready(program, pid),
    listening: (program) => course.listening(program),
    connected: (program) => course.connected(program),
    failed: (program, { error, isFault }) => course.failed(program, error, isFault),
    dying: (program) => course.dying(program),
  });
  return { watch, link, isBusy: link.isBusy };
});
const links = hosts.map(({ link }) => link);
const rules = parseCableRules(
  plan.rules,
  plan.hosts.map(({ name }) => name),
);
const hand = createHand({
  holds: plan.holds,
  hosts: plan.hosts.map(({ name }) => name),
  clock,
  cable: () => cable,
  send,
});
const kilobitsPerSecond = rules.find((rule) => rule.act === 'rate')?.kilobitsPerSecond;
const { sources, cable } = createWiring(
  plan,
  hosts,
  {
    judge: createJudge(rules, { seed: plan.seed, otherwise: hand.verdict }),
    ...(kilobitsPerSecond !== undefined && { kilobitsPerSecond }),
  },
  witness,
);
const course = createCourse({
  clock,
  ledger,
  programs: links,
  after: new Map(plan.hosts.flatMap(({ name, after }) => (after === undefined ? [] : [[name, after]]))),
  isQuiet: () => watches.every((watch) => watch.isQuiet()),
  ...(plan.stuckMs !== undefined && { stuckMs: plan.stuckMs }),
  isCableIdle: () => cable?.isIdle ?? true,
  ...(plan.holds ? { maxMs: HAND_PATIENCE_MS, farewellMs: HAND_FAREWELL_MS } : { maxMs: plan.maxMs }),
  onEnd: end,
});
let lookedUs = 0;
const control = createLineReader(plan.controlFd);

const descriptors = [...plan.hosts.map(({ programFd }) => programFd), plan.controlFd, ...sources.map(({ fd }) => fd)];
const handles = descriptors.map((fd) => watchReadable(fd, turn));
const timer = setInterval(turn, LOOK_EVERY_MS);
let wake: NodeJS.Timeout | undefined;
let hasEnded = false;

/** Over loopback the server's port tells whose a socket is. */
function isOwnRow({ isServer }: CableHost, row: SocketRow): boolean {
  return isServer ? row.localPort === plan.port : row.remotePort === plan.port;
}

/**
 * All that has arrived. Programs are asked before the frames: a frame that let a call return reached its socket
 * before the program could report, so it is here when the report is.
 */
function gather(): readonly Arrival[] {
  const reports = links.flatMap((link) =>
    link.read().map((report) => ({
      atUs: report.atUs,
      handle: () => {
        if (!hand.keeps(link.host, report, (made) => link.handle(made))) link.handle(report);
      },
    })),
  );
  const told = control.read().map((line) => obey(JSON.parse(line) as ControlMessage));
  return [...reports, ...told, ...sources.flatMap((source) => arrivalsAt(source, clock))];
}

function obey(message: ControlMessage): Arrival {
  switch (message.kind) {
    case 'exited':
      return {
        atUs: message.atUs,
        handle: () => {
          hand.forget(message.host);
          course.exited(message);
        },
      };
    case 'chosen':
      return {
        atUs: clock.nowUs(),
        handle: () => {
          hand.choose(message.choice);
          course.allow(message.choice === LET_THE_REST_PASS ? plan.maxMs : HAND_PATIENCE_MS);
        },
      };
  }
}

function deal(arrivals: readonly Arrival[]): void {
  for (const arrival of arrivals.toSorted((a, b) => a.atUs - b.atUs)) arrival.handle();
}

function turn(): void {
  do {
    deal(gather());
    if (course.isFarewell()) cable?.letGo();
  } while (cable?.deliverNext());
  if (plan.timers && clock.nowUs() - lookedUs > LOOK_AT_TIMERS_US) {
    lookedUs = clock.nowUs();
    lookAtAll();
  }
  // Over loopback nothing brackets a state; and after the last program has ended nothing else makes us look.
  if (isLoopback || course.isFarewell()) lookAtAll();
  countDrops();
  course.proceed();
  if (hasEnded) return;
  ledger.flush();
  hand.offer();
  wakeWhenDue();
}

/** Frames that are delayed, or take their time, come without anybody telling. */
function wakeWhenDue(): void {
  clearTimeout(wake);
  const dueUs = cable?.nextUs;
  wake = dueUs === undefined ? undefined : setTimeout(turn, Math.ceil((dueUs - clock.nowUs()) / 1000));
}

function lookAtAll(): void {
  for (const watch of watches) watch.sample(clock.nowUs());
}

function countDrops(): void {
  for (const { fd } of sources) {
    const count = takeDropCount(fd);
    if (count === 0) continue;
    const at = clock.nowUs();
    ledger.record({ at, actor: 'cable', kind: 'run.dropped', source: 'kernel', where: 'frames', count });
  }
}

function end({ reason, fault }: RunEnd): void {
  hasEnded = true;
  clearInterval(timer);
  clearTimeout(wake);
  for (const handle of handles) handle.close();
  const at = clock.nowUs();
  if (fault === undefined) ledger.record({ at, actor: 'cable', kind: 'run.ended', source: 'derived', reason });
  ledger.close(at);
  send({ kind: 'end', ...(fault !== undefined && { fault }) }, () => process.exit(0));
}

function send(message: Message, onSent?: () => void): void {
  process.stdout.write(`${JSON.stringify(message)}\n`, onSent);
}

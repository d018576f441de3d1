// The cable's process. It gathers what has arrived from all sides, orders it by time, and deals with one thing after
// the other. It opens nothing itself: all descriptors are inherited from the supervisor.
import { createLineReader } from '../native/channel.ts';
import { createRunClock } from '../native/clock.ts';
import { dieWithParent } from '../native/die-with-parent.ts';
import { takeDropCount } from '../native/packet-socket.ts';
import { watchReadable } from '../native/watch-readable.ts';
import type { CableHost, CablePlan } from './cable-plan.ts';
import { createCauses } from './causes.ts';
import { createCourse, type ProgramExit, type RunEnd } from './course.ts';
import { watchKernel } from './kernel-watch.ts';
import { createLedger } from './ledger.ts';
import type { Message } from './message.ts';
import { createProgramLink } from './program-link.ts';
import type { SocketRow } from './socket-table.ts';
import { createSocketWatch, type SocketWatch } from './socket-watch.ts';
import { type Arrival, arrivalsAt, createWiring } from './wiring.ts';

/** How often the tables are read where nothing tells us when to look. */
const LOOK_EVERY_MS = 20;

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
const { sources, cable } = createWiring(plan, hosts, witness);
const course = createCourse({
  clock,
  ledger,
  programs: links,
  after: new Map(plan.hosts.flatMap(({ name, after }) => (after === undefined ? [] : [[name, after]]))),
  isQuiet: () => watches.every((watch) => watch.isQuiet()),
  maxMs: plan.maxMs,
  ...(plan.stuckMs !== undefined && { stuckMs: plan.stuckMs }),
  onEnd: end,
});
let lookedUs = 0;
const control = createLineReader(plan.controlFd);

const descriptors = [...plan.hosts.map(({ programFd }) => programFd), plan.controlFd, ...sources.map(({ fd }) => fd)];
const handles = descriptors.map((fd) => watchReadable(fd, turn));
const timer = setInterval(turn, LOOK_EVERY_MS);

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
    link.read().map((report) => ({ atUs: report.atUs, handle: () => link.handle(report) })),
  );
  const exits = control.read().map((line) => {
    const exit = JSON.parse(line) as ProgramExit;
    return { atUs: exit.atUs, handle: () => course.exited(exit) };
  });
  return [...reports, ...exits, ...sources.flatMap((source) => arrivalsAt(source, clock))];
}

function deal(arrivals: readonly Arrival[]): void {
  for (const arrival of arrivals.toSorted((a, b) => a.atUs - b.atUs)) arrival.handle();
}

function turn(): void {
  do deal(gather());
  while (cable?.deliverNext());
  if (plan.timers && clock.nowUs() - lookedUs > LOOK_AT_TIMERS_US) {
    lookedUs = clock.nowUs();
    lookAtAll();
  }
  // Over loopback nothing brackets a state; and after the last program has ended nothing else makes us look.
  if (isLoopback || course.isFarewell()) lookAtAll();
  countDrops();
  course.proceed();
  ledger.flush();
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
  clearInterval(timer);
  for (const handle of handles) handle.close();
  const at = clock.nowUs();
  if (fault === undefined) ledger.record({ at, actor: 'cable', kind: 'run.ended', source: 'derived', reason });
  ledger.close(at);
  const last: Message = { kind: 'end', ...(fault !== undefined && { fault }) };
  process.stdout.write(`${JSON.stringify(last)}\n`, () => process.exit(0));
}

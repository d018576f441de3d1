// The supervisor: the first process of a sandbox (there it is process 1, and all others die with it). It builds the
// hosts, starts the cable and the programs, and tells the cable when a program has ended. It ends when the cable
// does, or when its standard input does: then whoever started it has gone.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, readSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CableHost, CablePlan } from '../cable/cable-plan.ts';
import type { ControlMessage } from '../cable/control-message.ts';
import type { KernelDescriptors } from '../cable/kernel-watch.ts';
import type { Message } from '../cable/message.ts';
import { createChannel } from '../native/channel.ts';
import { createRunClock } from '../native/clock.ts';
import { dieWithParent } from '../native/die-with-parent.ts';
import type { ProgramPlan } from '../programs/program-plan.ts';
import { buildHosts } from './build-hosts.ts';
import { loopbackPlace, openLoopbackCapture, type Place } from './place.ts';
import type { SandboxPlan } from './sandbox-plan.ts';

dieWithParent();
const [firstLine, early] = readFirstLine();
const plan = JSON.parse(firstLine) as SandboxPlan;
process.stdin.on('end', () => process.exit(0)).resume();
try {
  const { places, captureFd } = build();
  if (plan.isTrial) leave({ kind: 'ready' });
  else run(places, captureFd);
} catch (error) {
  leave({ kind: 'end', fault: error instanceof Error ? error.message : String(error) });
}

function build(): { places: readonly Place[]; captureFd?: number } {
  switch (plan.lane) {
    case 'A':
      return { places: buildHosts(plan) };
    case 'B':
      return { places: plan.hosts.map(loopbackPlace), captureFd: openLoopbackCapture(plan.port) };
    case 'C':
      return { places: plan.hosts.map(loopbackPlace) };
  }
}

function run(places: readonly Place[], captureFd: number | undefined): void {
  const clock = createRunClock(BigInt(plan.startNs));
  const [control, controlOfCable] = createChannel();
  const channels = plan.hosts.map(createChannel);
  startCable(
    places,
    captureFd,
    controlOfCable,
    channels.map(([ours]) => ours),
  );

  passOn(control);

  for (const [index, host] of plan.hosts.entries()) {
    const [ours, programs] = channels[index] as readonly [number, number];
    const { functionName, name } = host;
    const given: ProgramPlan = {
      programUrl: plan.programUrl,
      functionName,
      arguments: host.arguments,
      startNs: plan.startNs,
    };
    const place = places[index] as Place;
    const child = place.within(() => start('../programs/main.js', given, ['ignore', 'ignore', 'inherit', programs]));
    closeSync(ours);
    closeSync(programs);
    child.on('exit', (code, signal) => {
      const exit: ControlMessage = {
        kind: 'exited',
        host: name,
        atUs: clock.nowUs(),
        ...(code !== null && { code }),
        ...(signal !== null && { signal }),
      };
      writeSync(control, `${JSON.stringify(exit)}\n`);
    });
  }
}

/** What a hand chose goes on to the cable as it came. */
function passOn(controlFd: number): void {
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) writeSync(controlFd, `${line}\n`);
  };
  take(early);
  process.stdin.setEncoding('utf8').on('data', take);
}

/** Gives the cable every descriptor it needs; in its process they are numbered from 3 in the order given here. */
function startCable(
  places: readonly Place[],
  captureFd: number | undefined,
  controlFd: number,
  programFds: readonly number[],
): void {
  const passed: number[] = [];
  const pass = (fd: number): number => 3 + passed.push(fd) - 1;
  const passKernel = ({ udpFd, counterFds, counters, diagnosisFd }: KernelDescriptors): KernelDescriptors => ({
    udpFd: pass(udpFd),
    ...(counterFds && { counterFds: counterFds.map(pass) }),
    ...(counters && { counters }),
    ...(diagnosisFd !== undefined && { diagnosisFd: pass(diagnosisFd) }),
  });
  const hosts = plan.hosts.map(({ name, mac, cable, isFirst, isServer, after }, index): CableHost => {
    const { tableFd, packetFd, kernel } = places[index] as Place;
    return {
      name,
      mac,
      cable,
      isFirst,
      isServer,
      ...(after !== undefined && { after }),
      tableFd: pass(tableFd),
      programFd: pass(programFds[index] as number),
      ...(packetFd !== undefined && { packetFd: pass(packetFd) }),
      ...(kernel && { kernel: passKernel(kernel) }),
    };
  });
  const { lane, startNs, port, maxEvents, maxMs, rules, seed, holds, watch, stuckMs } = plan;
  const given: CablePlan = {
    lane,
    startNs,
    port,
    maxEvents,
    maxMs,
    rules,
    seed,
    ...(holds && { holds }),
    timers: watch.timers,
    ...(stuckMs !== undefined && { stuckMs }),
    hosts,
    controlFd: pass(controlFd),
    ...(captureFd !== undefined && { captureFd: pass(captureFd) }),
  };
  start('../cable/main.js', given, ['ignore', 'inherit', 'inherit', ...passed]).on('exit', () => process.exit(0));
  closeSync(controlFd);
}

function start(
  main: `../${string}`,
  given: ProgramPlan | CablePlan,
  stdio: readonly ('ignore' | 'inherit' | number)[],
): ChildProcess {
  const file = fileURLToPath(new URL(main, import.meta.url));
  return spawn(process.execPath, [file, JSON.stringify(given)], { stdio: [...stdio], env: {} });
}

/** Until the cable runs nobody else writes to standard output. */
function leave(message: Message): never {
  writeSync(1, `${JSON.stringify(message)}\n`);
  process.exit(0);
}

/** The plan, and what came with it. */
function readFirstLine(): readonly [string, string] {
  const chunk = new Uint8Array(65_536);
  let text = '';
  while (!text.includes('\n')) {
    const length = readSync(0, chunk);
    if (length === 0) process.exit(0);
    text += Buffer.from(chunk.buffer, 0, length).toString('utf8');
  }
  const end = text.indexOf('\n') + 1;
  return [text.slice(0, end), text.slice(end)];
}

// Whether what we tell of a program's system calls is what it really did: the whole run is made under strace(1), and
// each socket call that strace saw is compared with the one that our trace tells, call by call, byte count by byte count.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TraceEvent } from '@lockstep/trace';
import { printFigure } from './figure.ts';

const FIXTURES = new URL('./fixtures/', import.meta.resolve('@lockstep/netlab'));
const ROUNDS = 40;

/** One socket call: its name as Python has it, and its result: a number of bytes, or 0 for success. */
interface Seen {
  readonly call: string;
  readonly result: number;
}

if (process.argv[2] === 'run') await run();
else check();

async function run(): Promise<void> {
  const { runPrograms } = await import(new URL('run-programs.js', FIXTURES).href);
  const { trace, fault } = await runPrograms({
    programs: 'oracle',
    hosts: [
      { name: 'server', program: 'server', first: true },
      { name: 'client', program: 'client' },
    ],
    knobs: { rounds: ROUNDS },
    maxMs: 60_000,
  });
  if (fault !== undefined) throw new Error(fault);
  console.log(JSON.stringify(trace.slice(0)));
}

function check(): void {
  if (spawnSync('strace', ['--version']).error) {
    console.log('oracle: strace is not installed, so nothing was checked');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-oracle-'));
  try {
    const calls = 'execve,socket,setsockopt,bind,listen,accept,accept4,connect,sendto,recvfrom,shutdown,close';
    const own = fileURLToPath(import.meta.url);
    const child = spawnSync(
      'strace',
      ['-ff', '-s', '2048', '-o', join(folder, 'calls'), '-e', `trace=${calls}`, process.execPath, own, 'run'],
      { encoding: 'utf8', maxBuffer: 64 << 20 },
    );
    if (child.status !== 0) throw new Error(child.stderr);
    const told = JSON.parse(child.stdout) as readonly TraceEvent[];
    const logs = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    let compared = 0;
    let wrong = 0;
    for (const program of ['server', 'client']) {
      const log = logs.find(
        (text) => text.includes(`\\"functionName\\":\\"${program}\\"`) && text.includes('programs/main.js'),
      );
      if (log === undefined) throw new Error(`strace saw no process of ${program}`);
      const seen = seenBy(log);
      const ours = toldOf(told, program);
      compared += Math.max(seen.length, ours.length);
      wrong += differences(seen, ours, program);
    }
    console.log(`oracle: ${compared} socket calls compared with strace's`);
    printFigure({
      name: 'oracle',
      figure: wrong,
      unit: 'calls missing, invented or with other byte counts',
      target: 0,
      peer: 'strace',
      control: 0,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What strace calls by the names of system calls; sockets of the program only, told apart by their descriptors. */
function seenBy(log: string): readonly Seen[] {
  const sockets = new Set<number>();
  const seen: Seen[] = [];
  for (const line of log.split('\n')) {
    const [, name = '', given = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? [];
    const value = Number(result);
    if (name === 'socket') {
      if (!given.startsWith('AF_INET, SOCK_STREAM|SOCK_CLOEXEC')) continue;
      sockets.add(value);
      seen.push({ call: 'socket', result: 0 });
      continue;
    }
    const fd = Number(/^\d+/.exec(given)?.[0]);
    if (!sockets.has(fd)) continue;
    if (name === 'accept' || name === 'accept4') sockets.add(value);
    if (name === 'close') sockets.delete(fd);
    const call = { sendto: 'send', recvfrom: 'recv', accept4: 'accept' }[name] ?? name;
    seen.push({ call, result: call === 'send' || call === 'recv' ? value : 0 });
  }
  return seen;
}

function toldOf(told: readonly TraceEvent[], program: string): readonly Seen[] {
  return told.flatMap((event) => {
    if (event.kind !== 'call.returned' || event.actor !== program || event.call === 'sleep') return [];
    const call = event.call === 'sendall' ? 'send' : event.call;
    return [{ call, result: call === 'send' || call === 'recv' ? (event.bytes ?? Number.NaN) : 0 }];
  });
}

function differences(seen: readonly Seen[], ours: readonly Seen[], program: string): number {
  let wrong = 0;
  for (let index = 0; index < Math.max(seen.length, ours.length); index++) {
    const [theirs, own] = [JSON.stringify(seen[index]), JSON.stringify(ours[index])];
    if (theirs === own) continue;
    wrong++;
    console.log(`${program}, call ${index + 1}: strace saw ${theirs}, the trace tells ${own}`);
  }
  return wrong;
}

// Whether runs leave anything behind: 200 of them one after the other, and then everything that could have been left is
// counted and compared with before.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { printFigure } from './figure.ts';

const FIXTURES = new URL('./fixtures/', import.meta.resolve('@lockstep/netlab'));
const RUNS = 200;

const { runPrograms } = await import(new URL('run-programs.js', FIXTURES).href);

async function conversation(): Promise<void> {
  const { fault } = await runPrograms({
    programs: 'conversation',
    quickAck: true,
    hosts: [
      { name: 'server', program: 'server', first: true },
      { name: 'client', program: 'client' },
    ],
    knobs: { message: 'hello', closesFirst: 'client', acceptAfterMs: 0 },
  });
  if (fault !== undefined) throw new Error(fault);
}

/** What could be left, each by a name of its own. */
function everything(): Set<string> {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ours = processes.filter((pid) => commandOf(pid).includes('netlab'));
  const namespaces = processes.flatMap((pid) => namespaceOf(pid) ?? []);
  const sockets = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .filter((line) => / 0A /.test(line));
  return new Set([
    ...ours.map((pid) => `process ${pid} ${commandOf(pid)}`),
    ...namespaces.map((name) => `namespace ${name}`),
    ...sockets.map((line) => `listener ${line.trim().split(/\s+/)[1]}`),
    ...readdirSync('/proc/self/fd').map((fd) => `descriptor ${fd}`),
    ...readdirSync(tmpdir()).map((file) => `file ${file}`),
  ]);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function namespaceOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return undefined;
  }
}

// The first run finds out what this machine can do, and keeps the answer.
await conversation();
const before = everything();
for (let run = 0; run < RUNS; run++) await conversation();
const left = [...everything()].filter((thing) => !before.has(thing));
for (const thing of left) console.log(`left: ${thing}`);
printFigure({
  name: 'leftovers',
  figure: left.length,
  unit: `processes, namespaces, listeners, descriptors and files more than before, after ${RUNS} runs`,
  target: 0,
  peer: 'before',
  control: 0,
});

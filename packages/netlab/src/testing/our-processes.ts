// Which processes stem from one, and whether any of them, or a network of theirs, is still there.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** One process for good: a number may be given again, a start time with it may not. */
export interface ProcessMark {
  readonly pid: number;
  readonly startTime: string;
  /** Inode of its network namespace, e.g. `net:[4026532248]`. */
  readonly network: string;
  readonly command: string;
}

/** All descendants of a process. */
export function descendantsOf(ancestor: number): readonly ProcessMark[] {
  const parents = new Map(allPids().map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (parents.get(pid) === ancestor || isBelow(parents.get(pid)));
  return allPids()
    .filter((pid) => isBelow(pid))
    .map(markOf)
    .filter((mark) => mark !== undefined);
}

/** Those that still live. */
export function survivorsOf(marks: readonly ProcessMark[]): readonly ProcessMark[] {
  return marks.filter(({ pid, startTime }) => markOf(pid)?.startTime === startTime);
}

/** Processes that live in a network of theirs which is not our own. */
export function residentsOf(marks: readonly ProcessMark[]): readonly ProcessMark[] {
  const own = readlinkSync('/proc/self/ns/net');
  const networks = new Set(marks.map(({ network }) => network).filter((network) => network !== own));
  return allPids()
    .map(markOf)
    .filter((mark) => mark !== undefined)
    .filter(({ network }) => networks.has(network));
}

/** Descriptors of a process, by what they point to. */
export function descriptorsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((fd) => attempt(() => readlinkSync(`${folder}/${fd}`)) ?? []);
}

function allPids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function parentOf(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && Number(fields[1]);
}

function markOf(pid: number): ProcessMark | undefined {
  const fields = statOf(pid);
  const network = attempt(() => readlinkSync(`/proc/${pid}/ns/net`));
  const command = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim());
  const isZombie = fields?.[0] === 'Z';
  if (!fields || isZombie || network === undefined || command === undefined) return undefined;
  return { pid, startTime: fields[19] as string, network, command };
}

/** Fields of /proc/<pid>/stat (proc_pid_stat(5)) from the third on: state, parent, … */
function statOf(pid: number): readonly string[] | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

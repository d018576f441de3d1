// A child process that cannot outlive us. Where there is setpriv(1), the kernel kills it when the thread that started
// it ends (prctl(2), PR_SET_PDEATHSIG), however brutally that was; so children are started from the main thread only.
// Everywhere else, and in the instant before setpriv has run, the end of its standard input tells it: whatever we start
// watches that.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';
import { mayDieWithParent } from './may-die-with-parent.ts';

/** What to start. */
export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  /** Called for each line that it writes to its standard output. */
  readonly onLine?: (line: string) => void;
}

/** How a child ended. */
export interface ChildEnd {
  readonly code?: number;
  readonly signal?: string;
  /** The beginning of what it wrote to standard error. */
  readonly complaint: string;
}

/** A living child, and soon a dead one. */
export interface Child {
  readonly pid: number;
  /** When we asked for it: nanoseconds of `process.hrtime`, which is CLOCK_MONOTONIC on Linux. */
  readonly startNs: bigint;
  /** Settles when it is gone and all it wrote has been read. */
  readonly ended: Promise<ChildEnd>;
  /** Writes one line to its standard input. */
  send(line: string): void;
  /** Ends its standard input: it may finish. */
  close(): void;
  /** Kills it with whatever it started: its process group. */
  kill(): void;
}

const LONGEST_COMPLAINT = 4000;

/**
 * Starts a child in a process group of its own.
 * @throws Error from a worker thread: the child would die with the worker. Rejects when the command cannot be started.
 */
export async function startChild({ command, args, onLine }: ChildOptions): Promise<Child> {
  if (!isMainThread) throw new Error('a child started by a worker dies with the worker: start it from the main thread');
  const [file, ...given] = (await mayDieWithParent())
    ? ['setpriv', '--pdeathsig', 'KILL', '--', command, ...args]
    : [command, ...args];
  const startNs = process.hrtime.bigint();
  const child = spawn(file as string, given, { stdio: 'pipe', detached: true });
  const ended = endOf(child, onLine);
  await once(child, 'spawn');
  const pid = child.pid as number;
  return {
    pid,
    startNs,
    ended,
    send: (line) => void child.stdin?.write(`${line}\n`),
    close: () => void child.stdin?.end(),
    kill() {
      if (child.exitCode === null && child.signalCode === null) killGroup(pid);
    },
  };
}

function endOf(child: ChildProcess, onLine: ChildOptions['onLine']): Promise<ChildEnd> {
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, LONGEST_COMPLAINT);
  });
  // It may be gone before it has read what we send; then `ended` says why.
  child.stdin?.on('error', () => undefined);
  if (onLine) createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', onLine);
  else child.stdout?.resume();
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({
        ...(code !== null && { code }),
        ...(signal !== null && { signal }),
        complaint: complaint.trim(),
      });
    });
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

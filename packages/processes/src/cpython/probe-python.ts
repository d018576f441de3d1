import { type ExecFileException, execFile } from 'node:child_process';

/** The CPython that is installed. */
export interface Python {
  /** Absolute path of the interpreter itself, past any wrapper that chooses one. */
  readonly command: string;
  /** E.g. `3.11.7`. */
  readonly version: string;
  /** False: a free-threaded build that runs without the lock (PEP 703). */
  readonly gil: boolean;
}

/** What was found by trying: a Python, or why there is none, in English. */
export type PythonProbe = { readonly python: Python } | { readonly python?: undefined; readonly why: string };

/** Oldest one that our scripts are written for. */
const OLDEST = [3, 8] as const;
const TIMEOUT_MS = 3000;
/** Isolated from the environment and from the user's packages, and nothing is written beside the scripts. */
export const PYTHON_FLAGS: readonly string[] = ['-I', '-S', '-B'];

const PROBE = `
import sys
gil = getattr(sys, '_is_gil_enabled', lambda: True)()
print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])), int(gil), sys.executable)
`;

const known = new Map<string, Promise<PythonProbe>>();

/**
 * Looks for CPython by starting it (about 50 ms); the answer is kept. The environment variable LOCKSTEP_PYTHON names the
 * command to try; without it `python3`, then `python`.
 */
export function probePython(): Promise<PythonProbe> {
  const wanted = process.env['LOCKSTEP_PYTHON'];
  const key = wanted ?? '';
  const probe = known.get(key) ?? tryCommands(wanted === undefined ? ['python3', 'python'] : [wanted]);
  known.set(key, probe);
  return probe;
}

async function tryCommands(commands: readonly string[]): Promise<PythonProbe> {
  const refusals: string[] = [];
  for (const command of commands) {
    const found = await tryCommand(command);
    if (typeof found === 'object') return { python: found };
    refusals.push(found);
  }
  return { why: refusals.join('; ') };
}

/** @returns the Python, or what stood in the way */
function tryCommand(command: string): Promise<Python | string> {
  return new Promise((resolve) => {
    execFile(
      command,
      [...PYTHON_FLAGS, '-c', PROBE],
      { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' },
      (error, stdout) => {
        if (error) resolve(refusalOf(command, error));
        else resolve(parseAnswer(command, stdout));
      },
    );
  });
}

function refusalOf(command: string, error: ExecFileException): string {
  // A folder of PATH that may not be searched hides what is missing behind EACCES, see execvp(3).
  if (error.code === 'ENOENT' || error.code === 'EACCES') return `${command} is not installed`;
  if (error.killed) return `${command} did not answer within ${TIMEOUT_MS} ms`;
  return `${command} failed: ${error.message.trim().split('\n').at(-1)}`;
}

function parseAnswer(command: string, answer: string): Python | string {
  const [, implementation, version, major, minor, gil, executable] =
    /^(\w+) ((\d+)\.(\d+)\.\d+) ([01]) (.+)\n$/.exec(answer) ?? [];
  if (version === undefined || executable === undefined) return `${command} is no Python that we know`;
  if (implementation !== 'cpython') return `${command} is ${implementation}, not CPython`;
  if (Number(major) !== OLDEST[0] || Number(minor) < OLDEST[1])
    return `${command} is ${version}, older than ${OLDEST.join('.')}`;
  return { command: executable, version, gil: gil === '1' };
}

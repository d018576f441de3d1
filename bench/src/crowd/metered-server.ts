// A server in a process of its own, so that what it uses is told apart from what the crowd does.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

interface Usage {
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly longestPauseMs: number;
}

export interface MeteredServer {
  readonly port: number;
  /** What it has used since this was asked last. */
  measure(): Promise<Usage>;
  send(message: object): void;
  /** Settles with the next message of the server that is no measurement. */
  said(): Promise<unknown>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

const METER = new URL('../servers/meter.js', import.meta.url).href;
const BARE = fileURLToPath(new URL('../servers/bare.js', import.meta.url));
const LOCKSTEP = fileURLToPath(new URL('../../../apps/server/dist/fixtures/serve.js', import.meta.url));

/** A Lockstep server with the fixture labs and the limits of the product, but for those given. */
export function startLockstep(dataDirectory: string, limits: object = {}): Promise<MeteredServer> {
  return start(LOCKSTEP, [], { LOCKSTEP_DATA: dataDirectory, LOCKSTEP_LIMITS: JSON.stringify(limits) });
}

export function startBare(...options: string[]): Promise<MeteredServer> {
  return start(BARE, options, {});
}

let dataDirectories: string | undefined;

/** A directory that is gone when the process is. */
export function createDataDirectory(): string {
  dataDirectories ??= createDataDirectories();
  return mkdtempSync(join(dataDirectories, 'data-'));
}

function createDataDirectories(): string {
  const path = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function start(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<MeteredServer> {
  const child: ChildProcess = fork(script, args, {
    env: { ...process.env, ...env },
    execArgv: ['--import', METER],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [url] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  const next = async (isWanted: (message: unknown) => boolean) => {
    for (;;) {
      const [message] = (await once(child, 'message')) as [unknown];
      if (isWanted(message)) return message;
    }
  };
  const isUsage = (message: unknown) => typeof message === 'object' && message !== null && 'cpuMs' in message;
  return {
    port: Number(new URL(url).port),
    measure() {
      child.send('measure');
      return next(isUsage) as Promise<Usage>;
    },
    send: (message) => void child.send(message),
    said: () => next((message) => !isUsage(message)),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

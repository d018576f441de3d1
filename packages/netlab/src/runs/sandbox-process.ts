// Starts the supervisor, in a sandbox or bare, and reads what it tells. When this process ends, however brutally,
// the supervisor's standard input ends, and with the supervisor goes everything below it.
import { spawn } from 'node:child_process';
import type { ControlMessage } from '../cable/control-message.ts';
import type { Message } from '../cable/message.ts';
import type { SandboxPlan } from '../sandbox/sandbox-plan.ts';
import { compiled } from './compiled.ts';
import { mayMakeNetworks } from './may-make-networks.ts';

export interface SandboxProcess {
  /** Resolves when no process of it is left; `complaint` is what they wrote to standard error. */
  readonly gone: Promise<{ readonly complaint: string }>;
  /** Ends it with all its processes. */
  readonly stop: () => void;
  /** Tells its cable what a hand chose. */
  readonly choose: (choice: number) => void;
}

/** How long the supervisor may take to follow the end of its input before it is killed. */
const PATIENCE_MS = 500;
const LONGEST_LINE = 4 << 20;
const LONGEST_COMPLAINT = 4000;

export function startSandbox(plan: SandboxPlan, onMessage: (message: Message) => void): SandboxProcess {
  const [command, ...given] = commandFor(plan);
  const child = spawn(command as string, given, {
    stdio: 'pipe',
    env: { PATH: [process.env['PATH'], '/usr/local/bin:/usr/bin:/bin'].filter(Boolean).join(':') },
  });
  let patience: NodeJS.Timeout | undefined;
  let complaint = '';

  function stop(): void {
    child.stdin.end();
    patience ??= setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  }

  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, LONGEST_COMPLAINT);
  });
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) onMessage(JSON.parse(line) as Message);
    if (rest.length > LONGEST_LINE) stop();
  });
  // It may be gone before it has read its plan; then `gone` says why.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(plan)}\n`);

  const gone = new Promise<{ complaint: string }>((resolve) => {
    child.on('error', (error) => {
      clearTimeout(patience);
      resolve({ complaint: error.message });
    });
    child.on('close', () => {
      clearTimeout(patience);
      resolve({ complaint: complaint.trim() });
    });
  });
  function choose(choice: number): void {
    const message: ControlMessage = { kind: 'chosen', choice };
    if (child.stdin.writable) child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  return { gone, stop, choose };
}

/**
 * unshare(1): an own network, and an own tree of processes that dies as one. Whoever lacks the capabilities gets them
 * inside a user namespace.
 */
function commandFor({ lane }: SandboxPlan): readonly string[] {
  const supervisor = [process.execPath, compiled('sandbox/main.js')];
  if (lane !== 'A') return supervisor;
  const user = mayMakeNetworks() ? [] : ['--user', '--map-current-user', '--keep-caps'];
  const own = ['--net', '--pid', '--fork', '--kill-child=KILL', '--mount', '--mount-proc'];
  return ['unshare', ...user, ...own, '--', ...supervisor];
}

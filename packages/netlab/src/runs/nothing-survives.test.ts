import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runConversation } from '../fixtures/run-conversation.ts';
import { clientHasBegun } from '../fixtures/run-programs.ts';
import { probeNetwork } from '../lanes/probe-network.ts';
import { lanesHere } from '../testing/lanes-here.ts';
import { descendantsOf, descriptorsOf, type ProcessMark, residentsOf, survivorsOf } from '../testing/our-processes.ts';
import { compiled } from './compiled.ts';

const lanes = await lanesHere();

afterEach(() => vi.unstubAllEnvs());

describe.each(lanes)('in lane %s', (lane) => {
  it('an abort in the middle ends all processes before run() returns, without complaint', async () => {
    vi.stubEnv('LOCKSTEP_LANES', lane);
    await probeNetwork();
    const before = descriptorsOf(process.pid).length;
    const stop = new AbortController();
    let marks: readonly ProcessMark[] = [];
    const { fault, trace } = await runConversation({
      server: 'lonely',
      signal: stop.signal,
      onEvent(soFar) {
        if (!clientHasBegun(soFar) || stop.signal.aborted) return;
        marks = descendantsOf(process.pid).filter(isOurs);
        stop.abort();
      },
    });
    expect(marks.length).toBeGreaterThanOrEqual(4);
    expect(survivorsOf(marks)).toEqual([]);
    expect(residentsOf(marks)).toEqual([]);
    expect(fault).toBeUndefined();
    expect(trace.slice(0).map(({ kind }) => kind)).not.toContain('run.ended');
    expect(descriptorsOf(process.pid).length).toBeLessThanOrEqual(before);
  });

  it('a normal run leaves no process', async () => {
    vi.stubEnv('LOCKSTEP_LANES', lane);
    let marks: readonly ProcessMark[] = [];
    await runConversation({
      onEvent: (trace) => {
        if (trace.kindAt(trace.length - 1) === 'process.exited')
          marks = [...marks, ...descendantsOf(process.pid).filter(isOurs)];
      },
    });
    expect(marks.length).toBeGreaterThanOrEqual(2);
    expect(survivorsOf(marks)).toEqual([]);
  });

  it.each(['server', 'lonely'])('SIGKILL of its owner takes everything along (%s)', async (server) => {
    const driver = spawn(process.execPath, [compiled('fixtures/driver/main.js'), server], {
      env: { ...process.env, LOCKSTEP_LANES: lane, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(driver.stdout, 'data');
    const marks = descendantsOf(driver.pid as number);
    const [program] = marks.filter(({ command }) => command.includes(`"functionName":"${server}"`));
    const port = Number(/"port":(\d+)/.exec(program?.command ?? '')?.[1]);
    expect(marks.filter(isOurs).length).toBeGreaterThanOrEqual(4);
    const listener = listenerOn(port, program?.pid ?? 0);
    expect(listener).toMatch(/^[1-9]/);
    await killed(driver);
    await vi.waitFor(
      () => {
        expect(survivorsOf(marks)).toEqual([]);
        expect(residentsOf(marks)).toEqual([]);
        expect(listenerOn(port, process.pid)).not.toBe(listener);
      },
      { timeout: 10_000, interval: 20 },
    );
  });
});

function isOurs({ command }: ProcessMark): boolean {
  return /netlab\/dist\/\w+\/main\.js/.test(command);
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Inode of the socket that listens on a port, in the network of this process: a number that is not given again soon. */
function listenerOn(port: number, pid: number): string | undefined {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const listeners = readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return listeners.find(([, local, , state]) => local?.endsWith(`:${hexPort}`) && state === '0A')?.[9];
}

// A run by hand over the socket: frames of real kernels wait until the browser says what becomes of them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LET_THE_REST_PASS, rulesAt, type StepChoice } from '@lockstep/lab';
import { probeNetwork } from '@lockstep/netlab';
import { parseTrace, type Trace } from '@lockstep/trace';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect, type TestClient } from './testing/test-client.ts';

const { lane } = await probeNetwork();
let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;
let client: TestClient;

beforeEach(async () => {
  directory = await createTemporaryDirectory();
  server = await startTestServer(directory.path, { probeNetwork, limits: { graceMs: 1000 } });
  client = await connect(server.url);
});
afterEach(async () => {
  client.close();
  await server.close();
  await directory.release();
});

/** Chooses again and again, each time out of the newest offer, until the run is over. */
async function byHand(
  ids: { readonly run: string; readonly token: string },
  choose: (choices: readonly StepChoice[]) => StepChoice | undefined,
): Promise<void> {
  await client.watch(ids.run);
  let done = 0;
  for (;;) {
    const { status } = client.frames.at(-1) ?? (await client.nextFrame());
    if (status.state === 'ended' || status.state === 'failed') return;
    const choice = client.frames.length > done && choose((status.choices ?? []) as readonly StepChoice[]);
    done = client.frames.length;
    // It may have gone meanwhile; the next offer says so.
    if (choice) await client.ask('step', { ...ids, thread: choice.thread });
    if (client.frames.length === done) await client.nextFrame();
  }
}

async function recordingOf(run: string): Promise<Trace> {
  return parseTrace(await readFile(join(directory.path, 'recordings', `${run}.jsonl`), 'utf8'));
}

function kindsOf(trace: Trace): readonly string[] {
  return trace.slice(0).map(({ kind }) => kind);
}

/** Command lines of all processes below this one that belong to a sandbox. */
async function sandboxProcesses(): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(
    pids.map(async (pid) => {
      const [stat, command] = await Promise.all(
        ['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
      );
      const [state, parent] = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ');
      return { pid, parent, isAlive: state !== 'Z', command: (command ?? '').replaceAll('\0', ' ') };
    }),
  );
  const isBelow = (parent: string | undefined): boolean =>
    parent === String(process.pid) || processes.some(({ pid, parent: above }) => pid === parent && isBelow(above));
  return processes
    .filter(({ parent, isAlive, command }) => isAlive && /netlab\/dist\/\w+\/main\.js/.test(command) && isBelow(parent))
    .map(({ command }) => command);
}

describe.runIf(lane === 'A')('by hand', () => {
  test('each frame arrives when it is let go, and the run ends with the last one', async () => {
    const ids = await client.start('cabled', { mode: 'stepped' });
    await byHand(ids, (choices) => choices.find(({ act }) => act === 'deliver'));
    expect(await client.ended()).toEqual({ state: 'ended', code: 'finished' });
    const trace = await recordingOf(ids.run);
    const kinds = kindsOf(trace);
    expect(kinds.filter((kind) => kind === 'frame.held').length).toBe(
      kinds.filter((kind) => kind === 'tcp.segment-sent').length,
    );
    expect(rulesAt(trace, trace.length)).toMatch(/^pass client 1,2.*pass server 1,2/);
  });

  test('the rules of a run by hand repeat it without a hand', async () => {
    const ids = await client.start('cabled', {
      mode: 'stepped',
      knobs: { rules: 'drop client 1; duplicate server 1; pass' },
    });
    await client.watch(ids.run);
    expect(await client.ended()).toEqual({ state: 'ended', code: 'finished' });
    const kinds = kindsOf(await recordingOf(ids.run));
    expect(kinds).toContain('tcp.segment-dropped');
    expect(kinds).toContain('frame.duplicated');
    expect(kinds).not.toContain('frame.held');
  });

  test('letting the rest pass ends the asking, and the run goes on by itself', async () => {
    const ids = await client.start('cabled', { mode: 'stepped' });
    await byHand(ids, (choices) =>
      choices.length > 1 ? choices.find(({ thread }) => thread === LET_THE_REST_PASS) : undefined,
    );
    expect(await client.ended()).toEqual({ state: 'ended', code: 'finished' });
    expect(kindsOf(await recordingOf(ids.run)).filter((kind) => kind === 'frame.held').length).toBe(1);
  });

  test('what is not offered is refused', async () => {
    const { run, token } = await client.start('cabled', { mode: 'stepped' });
    await client.watch(run);
    await client.status(({ choices }) => choices?.some(({ frame }) => frame === 1) ?? false);
    expect(await client.ask('step', { run, token, thread: 999 * 8 })).toMatchObject({ ok: false, code: 'not-now' });
    await client.ask('stop', { run, token });
    expect(await client.ended()).toEqual({ state: 'ended', code: 'stopped' });
  });

  test('when its viewer goes, no process is left', async () => {
    const { run } = await client.start('cabled', { mode: 'stepped' });
    await client.watch(run);
    await client.status(({ choices }) => choices?.some(({ frame }) => frame === 1) ?? false);
    expect((await sandboxProcesses()).length).toBeGreaterThanOrEqual(4);
    client.close();
    await vi.waitFor(async () => expect(await sandboxProcesses()).toEqual([]), { timeout: 10_000, interval: 20 });
  });
});

import type { RunRequest, WatchRequest } from '@lockstep/lab';
import { beforeEach, expect, test, vi } from 'vitest';
import { createPlayer, type Player } from '../player/player.ts';
import { cableLab, cableTrace } from '../testing/sample-cable-run.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleFrame, sampleTrace } from '../testing/sample-run.ts';
import type { Connection, ConnectionListener } from './connection.ts';
import { createRunSession, type RunSession } from './run-session.ts';

/** The server's side of the conversation, spoken by the test. */
class Line implements Connection {
  readonly asked: (RunRequest | WatchRequest)[] = [];
  readonly steps: number[] = [];
  readonly left: string[] = [];
  refusal: { ok: false; code: 'queue-full' | 'not-yours'; message: string } | undefined;
  stepRefusal: { ok: false; code: 'ended' | 'not-now' | 'too-fast'; message: string } | undefined;
  server: ConnectionListener | undefined;

  async run(request: RunRequest) {
    this.asked.push(request);
    return this.refusal ?? ({ ok: true, run: 'run-1', token: 'mine' } as const);
  }
  async watch(request: WatchRequest) {
    this.asked.push(request);
    return { ok: true } as const;
  }
  async step({ thread }: { thread: number }) {
    this.steps.push(thread);
    return this.stepRefusal ?? ({ ok: true } as const);
  }
  async stop() {
    return { ok: true } as const;
  }
  leave(run: string) {
    this.left.push(run);
  }
  listen(listener: ConnectionListener) {
    this.server = listener;
    return () => undefined;
  }
}

const running = { state: 'running' } as const;
let player: Player;
let line: Line;
let session: RunSession;
/** What the server has ready when one comes back. */
let history: NonNullable<Parameters<typeof createRunSession>[2]>;
const now = () => player.store.getState();

beforeEach(() => {
  player = createPlayer(sampleLab);
  line = new Line();
  history = async (_, trace) => trace;
  session = createRunSession(
    player,
    async () => line,
    (...asked) => history(...asked),
  );
});

test('a run is asked for with the knobs of its mode, and watched from its first event', async () => {
  player.setKnob('rounds', '4');
  await session.start('free');
  expect(line.asked).toEqual([
    { lab: 'sample', mode: 'free', knobs: { rounds: 4, word: 'hello' } },
    { run: 'run-1', from: 0 },
  ]);
  line.server?.onFrame(sampleFrame(0, 3, running, true));
  expect(now()).toMatchObject({ origin: 'live', token: 'mine', length: 3 });
});

test('with a field that does not read nothing is asked for', async () => {
  player.setKnob('rounds', 'many');
  await session.start('free');
  expect(line.asked).toEqual([]);
});

test('a refusal is kept for the screen with its code', async () => {
  line.refusal = { ok: false, code: 'queue-full', message: 'full' };
  await session.start('free');
  expect(now()).toMatchObject({ waiting: undefined, trouble: { kind: 'refused', code: 'queue-full' } });
});

test('who may not start runs on this server is told of the instructor’s link', async () => {
  line.refusal = { ok: false, code: 'not-yours', message: 'needs the token' };
  await session.start('free');
  expect(now()).toMatchObject({ waiting: undefined, trouble: { kind: 'needs-link' } });
});

test('after a loss the run is taken up again where it stopped', async () => {
  await session.start('free');
  line.server?.onFrame(sampleFrame(0, 3, running, true));
  line.server?.onLine('lost');
  expect(now().line).toBe('lost');
  line.server?.onLine('connected');
  await vi.waitFor(() => expect(line.asked.at(-1)).toEqual({ run: 'run-1', from: 3 }));
  line.server?.onFrame(sampleFrame(3, 7, { state: 'ended' }));
  expect(now()).toMatchObject({ length: 7, line: 'connected' });
});

test('after a long absence what the server has ready comes first, and the line adds the rest', async () => {
  await session.start('free');
  line.server?.onFrame(sampleFrame(0, 1, running, true));
  history = async (_, trace) => {
    for (const { seq: _seq, ...fact } of sampleTrace(5).slice(1)) trace?.append(fact);
    return trace;
  };
  line.server?.onLine('lost');
  line.server?.onLine('connected');
  await vi.waitFor(() => expect(line.asked.at(-1)).toEqual({ run: 'run-1', from: 5 }));
  line.server?.onFrame(sampleFrame(5, 7, { state: 'ended' }));
  expect(now()).toMatchObject({ length: 7 });
});

test('without history a run is taken up all the same', async () => {
  history = () => Promise.reject(new TypeError('fetch failed'));
  await session.start('free');
  line.server?.onFrame(sampleFrame(0, 3, running, true));
  line.server?.onLine('lost');
  line.server?.onLine('connected');
  await vi.waitFor(() => expect(line.asked.at(-1)).toEqual({ run: 'run-1', from: 3 }));
});

test('a hole is asked for again', async () => {
  await session.start('free');
  line.server?.onFrame(sampleFrame(0, 2, running, true));
  line.server?.onFrame(sampleFrame(4, 6, running));
  expect(line.asked.at(-1)).toEqual({ run: 'run-1', from: 2 });
  expect(now().length).toBe(2);
});

test('frames of a run that was left are not taken', async () => {
  await session.start('free');
  session.leave();
  line.server?.onFrame(sampleFrame(0, 2, running, true));
  expect(now().trace).toBeUndefined();
  expect(line.left).toEqual(['run-1']);
});

test('undo is a new run with the schedule minus its last choice', async () => {
  await session.start('stepped');
  line.server?.onFrame(sampleFrame(0, 4, running, true));
  await session.undo();
  expect(line.asked.at(-2)).toMatchObject({ mode: 'stepped', schedule: [1, 2, 1] });
});

test('a key pressed twice starts one run', async () => {
  await session.start('stepped');
  line.server?.onFrame(sampleFrame(0, 4, running, true));
  await Promise.all([session.undo(), session.undo()]);
  expect(line.asked.filter((request) => 'lab' in request)).toHaveLength(2);
});

test('after an undo the threads of the new run are let go', async () => {
  player.answer('final', 'skipped');
  await session.start('stepped');
  line.server?.onFrame(sampleFrame(0, 4, running, true));
  await session.undo();
  line.server?.onFrame(sampleFrame(0, 3, running, true));
  await session.step(2);
  expect(line.steps).toEqual([2]);
  expect(now()).toMatchObject({ cursor: 3, pinned: true });
});

test('a hand that is faster than the page makes no trouble; any other refusal is', async () => {
  player.answer('final', 'skipped');
  await session.start('stepped');
  line.server?.onFrame(sampleFrame(0, 4, running, true));
  for (const code of ['ended', 'not-now'] as const) {
    line.stepRefusal = { ok: false, code, message: 'too late' };
    await session.step(1);
    expect(now().trouble).toBeUndefined();
  }
  line.stepRefusal = { ok: false, code: 'too-fast', message: 'slower' };
  await session.step(1);
  expect(now().trouble).toMatchObject({ kind: 'refused', code: 'too-fast' });
});

test('a fork is a new run with the schedule up to the cursor', async () => {
  player.answer('final', 'skipped');
  await session.start('stepped');
  line.server?.onFrame(sampleFrame(0, 7, { state: 'ended' }, true));
  player.seek(2);
  await session.fork();
  expect(line.asked.at(-2)).toMatchObject({ mode: 'stepped', schedule: [1, 2] });
});

test('a schedule that somebody chose is shown without asking how it ends', async () => {
  await session.prove([1, 2, 1, 1]);
  line.server?.onFrame(sampleFrame(0, 4, running, true));
  expect(now().cursor).toBe(4);
  await session.replay([1, 2, 1, 1]);
  line.server?.onFrame(sampleFrame(0, 4, running, true));
  expect(now()).toMatchObject({ cursor: 0, pinned: false });
});

test('a queued run shows its place', async () => {
  await session.start('free');
  line.server?.onFrame(sampleFrame(0, 0, { state: 'queued', place: 3 }));
  expect(now().status).toEqual({ state: 'queued', place: 3 });
});

test('a frame that cannot be read ends in words, not in silence', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await session.start('free');
  line.server?.onFrame({ ...sampleFrame(0, 0, running, true), lines: 'tea\n' });
  expect(logged).toHaveBeenCalled();
  logged.mockRestore();
  expect(now().trouble).toMatchObject({ kind: 'bad-recording' });
});

test('letting a thread go needs a run of one’s own', async () => {
  await session.step(1);
  expect(line.steps).toEqual([]);
  await session.start('stepped');
  await session.step(2);
  expect(line.steps).toEqual([2]);
});

test('of frames on a cable the last decision is taken back by rules, with the same chance', async () => {
  player = createPlayer(cableLab);
  session = createRunSession(player, async () => line);
  player.open(cableTrace(), 'recording');
  await session.undo();
  expect(line.asked[0]).toMatchObject({ mode: 'stepped', seed: 5, knobs: { rules: 'drop client 1' } });
  expect(now().form['rules'], 'the field shows it').toBe('drop client 1');
});

test('a fork of frames begins with the rules up to the cursor, or with another act for one of them', async () => {
  player = createPlayer(cableLab);
  session = createRunSession(player, async () => line);
  player.open(cableTrace(), 'recording', { step: 10 });
  await session.fork();
  expect(line.asked[0]).toMatchObject({ mode: 'stepped', knobs: { rules: 'drop client 1; pass client 2' } });
  player.open(cableTrace(), 'recording', { step: 4 });
  await session.forkFrame(2, 'duplicate');
  expect(line.asked[2]).toMatchObject({ mode: 'stepped', knobs: { rules: 'duplicate client 2; drop client 1' } });
});

test('without a knob for rules, decisions about frames are not repeated', async () => {
  player.open(cableTrace(), 'recording');
  await session.undo();
  expect(line.asked).toEqual([]);
});

// What joins a player to the server: it starts a run, watches it, takes it up again after a loss, and leaves it.
// Without a server the player still opens files; nothing here is needed for that.

import { type Frame, type FrameAct, hasFrames, rulesAt, rulesBeforeLast, rulesWith } from '@lockstep/lab';
import { type Mode, RecordingError, scheduleAt, type Trace } from '@lockstep/trace';
import type { RunRef } from '../compare/compare-address.ts';
import { refOf } from '../compare/compare-link.ts';
import { rulesKnobOf } from '../player/held-frames.ts';
import { readForm } from '../player/knob-form.ts';
import type { Player } from '../player/player.ts';
import { isRunning } from '../player/player-state.ts';
import type { AnyRefusal, Connection } from './connection.ts';
import { fetchHistory } from './fetch-history.ts';
import { type Showing, shownAtOnce } from './show-growth.ts';
import { takeFrame } from './take-frame.ts';

export interface RunSession {
  /** Starts a run with the form's knobs. */
  readonly start: (mode: Mode) => Promise<void>;
  /** A stepped run that begins with this schedule; shown to its end as it comes. */
  readonly prove: (schedule: readonly number[]) => Promise<void>;
  /** The same, shown from its first step. */
  readonly replay: (schedule: readonly number[]) => Promise<void>;
  /** The same, as a fork of the run on screen and with its knobs. */
  readonly replayFork: (schedule: readonly number[]) => Promise<void>;
  /** Takes up a run of somebody, from event `from` of what is already here. */
  readonly watch: (run: string, trace?: Trace) => Promise<boolean>;
  /** Lets thread n go. */
  readonly step: (thread: number) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** The same run with its last choice taken back. */
  readonly undo: () => Promise<void>;
  /** A stepped run that begins like this one up to the cursor. */
  readonly fork: () => Promise<void>;
  /** A run like this one up to what became of a frame, and then this for it. */
  readonly forkFrame: (frame: number, act: FrameAct) => Promise<void>;
  readonly leave: () => void;
  /** Leaves, and listens no more. */
  readonly dispose: () => void;
}

/** What a run begins with. */
interface Beginning {
  readonly schedule?: readonly number[];
  readonly seed?: number;
  readonly isPinned?: boolean;
  readonly asks?: boolean;
  readonly forkOf?: RunRef | undefined;
}

export function createRunSession(
  player: Player,
  connect: () => Promise<Connection>,
  history: typeof fetchHistory = fetchHistory,
  showing: Showing = shownAtOnce(player),
): RunSession {
  let connection: Connection | undefined;
  let run: string | undefined;
  let taken: Trace | undefined;
  let stopListening: (() => void) | undefined;
  let disposals = 0;
  /** Undefined when there is no way to the server, which the player then knows. */
  async function line(): Promise<Connection | undefined> {
    if (connection) return connection;
    player.setLine('connecting');
    const before = disposals;
    let opened: Connection;
    try {
      opened = await connect();
    } catch (error) {
      console.error(error);
      player.setLine('idle');
      player.fail({ kind: 'unreachable' });
      return undefined;
    }
    if (before !== disposals) return undefined;
    connection = opened;
    stopListening = connection.listen({
      onFrame,
      onLine(state) {
        const came = state === 'connected' && player.store.getState().line === 'lost';
        player.setLine(state);
        if (came && isRunning(player.store.getState())) void comeBack();
      },
    });
    return connection;
  }

  /** Much may have happened meanwhile: what the server has ready comes in pieces, the rest by the line. */
  async function comeBack(): Promise<void> {
    const lost = run;
    if (lost === undefined) return;
    const come = taken ? await history(lost, taken).catch(() => taken) : undefined;
    if (run !== lost) return;
    taken = come ?? taken;
    await takeUpAgain();
  }

  async function takeUpAgain(): Promise<void> {
    if (!run || !connection) return;
    const reply = await connection.watch({ run, from: taken?.length ?? 0 });
    if (!reply.ok) refuse(reply);
  }

  function onFrame(frame: Frame): void {
    if (frame.run !== run) return;
    try {
      const next = takeFrame(taken, frame);
      if (next === 'hole') void takeUpAgain();
      else if (next) {
        taken = next;
        showing.grow(next, frame.status);
      } else player.setStatus(frame.status);
    } catch (error) {
      console.error(error);
      const message = error instanceof RecordingError || error instanceof SyntaxError ? error.message : String(error);
      player.fail({ kind: 'bad-recording', from: frame.run, message });
      return;
    }
    const { state, code, message } = frame.status;
    if (state === 'failed') player.fail({ kind: 'run-failed', code, message: message ?? '' });
  }

  function refuse(refusal: AnyRefusal): void {
    if (refusal.code === 'unreachable') player.fail({ kind: 'unreachable' });
    else player.fail({ kind: 'refused', code: refusal.code, message: refusal.message });
  }

  function leave(): void {
    if (run) connection?.leave(run);
    showing.forget();
    run = undefined;
    taken = undefined;
  }

  async function start(
    mode: Mode,
    { schedule = [], seed, isPinned = true, asks = true, forkOf }: Beginning = {},
  ): Promise<void> {
    const { lab, form, waiting } = player.store.getState();
    // A key that is pressed twice must not leave a run behind that nobody watches.
    if (waiting === 'run') return;
    const ofMode = lab.knobs.filter((knob) => knob.modes?.includes(mode) ?? true);
    const knobs = readForm(ofMode, form);
    if (!knobs) return;
    leave();
    player.setMode(mode);
    player.await('run');
    const server = await line();
    if (!server) return;
    const reply = await server.run({
      lab: lab.id,
      mode,
      knobs: { ...knobs },
      ...(schedule.length > 0 ? { schedule: [...schedule] } : {}),
      ...(seed === undefined ? {} : { seed }),
    });
    if (!reply.ok) return reply.code === 'not-yours' ? player.fail({ kind: 'needs-link' }) : refuse(reply);
    run = reply.run;
    // Whoever chose the schedule need not be asked how it ends.
    player.follow({ token: reply.token, isPinned, asks: asks && schedule.length === 0, forkOf });
    const watched = await server.watch({ run: reply.run, from: 0 });
    if (!watched.ok) refuse(watched);
  }

  /** Of frames no schedule is kept: what a hand did with them becomes rules of the next run. */
  async function startWithRules(trace: Trace, mode: Mode, rules: string | undefined): Promise<void> {
    const knob = rulesKnobOf(player.store.getState());
    if (!knob || rules === undefined) return;
    player.setKnob(knob.id, rules);
    const forkOf = refOf(player.store.getState());
    await start(mode, { seed: trace.header.seed, asks: false, forkOf });
  }

  return {
    start: (mode) => start(mode),
    prove: (schedule) => start('stepped', { schedule }),
    replay: (schedule) => start('stepped', { schedule, isPinned: false }),
    async replayFork(schedule) {
      const state = player.store.getState();
      for (const [knob, value] of Object.entries(state.trace?.header.knobs ?? {})) player.setKnob(knob, String(value));
      await start('stepped', { schedule, isPinned: false, forkOf: refOf(state) });
    },
    leave,
    dispose() {
      disposals++;
      leave();
      stopListening?.();
      stopListening = undefined;
      connection = undefined;
    },
    async watch(id, trace) {
      const server = await line();
      if (!server) return false;
      leave();
      run = id;
      taken = trace;
      const reply = await server.watch({ run: id, from: trace?.length ?? 0 });
      if (!reply.ok) run = undefined;
      return reply.ok;
    },
    async step(thread) {
      const { token } = player.store.getState();
      if (!run || !token || !connection) return;
      const reply = await connection.step({ run, token, thread });
      if (!reply.ok && !cameTooLate(reply)) refuse(reply);
    },
    async stop() {
      const { token } = player.store.getState();
      if (!run || !token || !connection) return;
      const reply = await connection.stop({ run, token });
      if (!reply.ok && !cameTooLate(reply)) refuse(reply);
    },
    async undo() {
      const { trace } = player.store.getState();
      if (!trace) return;
      if (hasFrames(trace)) await startWithRules(trace, 'stepped', rulesBeforeLast(trace));
      else await start('stepped', { schedule: scheduleAt(trace, trace.length).slice(0, -1) });
    },
    async fork() {
      const state = player.store.getState();
      const { trace, cursor } = state;
      if (!trace) return;
      if (hasFrames(trace)) await startWithRules(trace, 'stepped', rulesAt(trace, cursor));
      else await start('stepped', { schedule: scheduleAt(trace, cursor), forkOf: refOf(state) });
    },
    async forkFrame(frame, act) {
      const { trace } = player.store.getState();
      if (trace) await startWithRules(trace, trace.header.mode, rulesWith(trace, frame, act));
    },
  };
}

/**
 * A hand that was faster than the page: the thread has finished, waits, or the run is over by now. No trouble; all of
 * this can be seen.
 */
function cameTooLate({ code }: AnyRefusal): boolean {
  return code === 'ended' || code === 'not-now';
}

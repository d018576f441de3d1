// The course of a run: when all are ready those that come first start, the others when the first listen; the run is
// over when all programs have ended and the kernels have finished what was to be said. Every wait is for an event and
// has an end.
import type { RunClock } from '../native/clock.ts';
import type { Ledger } from './ledger.ts';
import type { ProgramLink } from './program-link.ts';

export interface Course {
  ready(link: ProgramLink, pid: number): void;
  listening(link: ProgramLink): void;
  connected(link: ProgramLink): void;
  /** A program ended by an error that it did not catch; `isFault`: one of ours. */
  failed(link: ProgramLink, error: string, isFault: boolean): void;
  /** A program ends itself by a signal: it is meant to. */
  dying(link: ProgramLink): void;
  exited(exit: ProgramExit): void;
  /** To be called whenever something has happened: ends the run when its time has come. */
  proceed(): void;
  /** All programs have ended; only the kernels still talk. */
  isFarewell(): boolean;
  /** From now on the run may take so long. */
  allow(ms: number): void;
}

export interface ProgramExit {
  readonly host: string;
  readonly atUs: number;
  readonly code?: number;
  readonly signal?: string;
}

/** `deadlock`: nobody could go on. `fault`: why the run failed. */
export interface RunEnd {
  readonly reason: 'finished' | 'deadlock';
  readonly fault?: string;
}

export interface CourseOptions {
  readonly clock: RunClock;
  readonly ledger: Ledger;
  readonly programs: readonly ProgramLink[];
  /** Which host's connect() a host waits for before it starts. */
  readonly after: ReadonlyMap<string, string>;
  readonly isQuiet: () => boolean;
  /** No frame is held or on its way; as long as one is, the run is not over and nobody waits in vain. */
  readonly isCableIdle: () => boolean;
  /** Since the run began. */
  readonly maxMs: number;
  /** For the kernels to say goodbye after the last program has ended. */
  readonly farewellMs?: number;
  /** Everybody waits for somebody else, and nothing has happened for so long: the end. Undefined: go on to `maxMs`. */
  readonly stuckMs?: number;
  /** Called once. */
  readonly onEnd: (end: RunEnd) => void;
}

const FAREWELL_MS = 3000;
/** For the other programs after one has failed: they may wait for something that never comes. */
const AFTER_FAILURE_MS = 2000;

type Stage = 'ready' | 'running' | 'exited';

export function createCourse(options: CourseOptions): Course {
  const { clock, ledger, programs, after, isQuiet, isCableIdle, maxMs, stuckMs, farewellMs = FAREWELL_MS } = options;
  const stages = new Map<string, Stage>();
  const pids = new Map<string, number>();
  const listening = new Set<string>();
  const connected = new Set<string>();
  const dying = new Set<string>();
  let isOver = false;
  let farewell: NodeJS.Timeout | undefined;

  let failed: string | undefined;
  let afterFailure: NodeJS.Timeout | undefined;
  let cap: NodeJS.Timeout | undefined;
  allow(Math.max(0, maxMs - clock.nowUs() / 1000));

  function allow(ms: number): void {
    clearTimeout(cap);
    cap = setTimeout(() => end(`${stillRunning()} after ${Math.round(clock.nowUs() / 1_000_000)} s`), ms);
  }

  function end(fault?: string): void {
    finish({ reason: 'finished', ...(fault !== undefined && { fault }) });
  }

  function finish(how: RunEnd): void {
    if (isOver) return;
    isOver = true;
    for (const timer of [cap, farewell, afterFailure]) clearTimeout(timer);
    options.onEnd(how);
  }

  /** Each program that is left waits for another, and the kernels have been silent. */
  function isStuck(): boolean {
    if (stuckMs === undefined || clock.nowUs() - ledger.lastUs < stuckMs * 1000) return false;
    const left = programs.filter(({ host }) => stages.get(host) !== 'exited');
    return left.length > 0 && left.every((link) => stages.get(link.host) === 'running' && link.mayWaitForEver);
  }

  function isFarewell(): boolean {
    return programs.every(({ host }) => stages.get(host) === 'exited');
  }

  function stillRunning(): string {
    const running = programs.filter(({ host }) => stages.get(host) !== 'exited');
    return running
      .map(({ host, insideOf }) =>
        stages.get(host) === 'running'
          ? `${host} is still ${insideOf === undefined ? 'computing' : `in ${insideOf}()`}`
          : `${host} has not started`,
      )
      .join(', ');
  }

  /** Nobody runs before all are there: else how late the others come would depend on how busy the machine is. */
  function startThoseWhoMay(): void {
    if (!programs.every(({ host }) => stages.has(host))) return;
    const opened = areOpen();
    for (const link of programs) {
      if (stages.get(link.host) !== 'ready' || !(link.isFirst || opened) || !isTurnOf(link)) continue;
      stages.set(link.host, 'running');
      ledger.record({
        at: clock.nowUs(),
        actor: link.host,
        kind: 'process.started',
        source: 'program',
        pid: pids.get(link.host) ?? 0,
        name: link.host,
      });
      link.go();
    }
  }

  function areOpen(): boolean {
    return programs.every(({ host, isFirst }) => !isFirst || listening.has(host));
  }

  function isTurnOf({ host }: ProgramLink): boolean {
    const other = after.get(host);
    return other === undefined || connected.has(other) || stages.get(other) === 'exited';
  }

  return {
    ready(link, pid) {
      stages.set(link.host, 'ready');
      pids.set(link.host, pid);
      startThoseWhoMay();
    },
    listening(link) {
      listening.add(link.host);
      startThoseWhoMay();
    },
    connected(link) {
      connected.add(link.host);
      startThoseWhoMay();
    },
    failed(link, error, isFault) {
      if (isFault) end(`${link.host}: ${error}`);
    },
    dying: (link) => dying.add(link.host),
    exited({ host, atUs, code, signal }) {
      programs.find((link) => link.host === host)?.ended();
      const wasRunning = stages.get(host) === 'running';
      stages.set(host, 'exited');
      if (!wasRunning) return end(`the process of ${host} ended before its program began`);
      ledger.record({
        at: atUs,
        actor: host,
        kind: 'process.exited',
        source: 'kernel',
        pid: pids.get(host) ?? 0,
        ...(code !== undefined && { code }),
        ...(signal !== undefined && { signal }),
      });
      const others = programs.filter((other) => stages.get(other.host) !== 'exited');
      if (!areOpen() && others.some((other) => stages.get(other.host) === 'ready'))
        return end(`${host} ended before it listened`);
      startThoseWhoMay();
      if (code !== 0 && !dying.has(host)) failed ??= host;
    },
    isFarewell,
    allow,
    proceed() {
      if (isOver) return;
      if (!isCableIdle()) {
        for (const timer of [farewell, afterFailure]) clearTimeout(timer);
        farewell = afterFailure = undefined;
      } else if (isStuck()) {
        finish({ reason: 'deadlock' });
      } else if (!isFarewell()) {
        if (failed !== undefined)
          afterFailure ??= setTimeout(() => end(`${failed} failed, and ${stillRunning()}`), AFTER_FAILURE_MS);
      } else if (isQuiet()) end();
      else farewell ??= setTimeout(() => end(), farewellMs);
    },
  };
}

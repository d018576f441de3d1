// One program as the cable sees it: what it reports becomes facts, and it goes on only when told to.
import { assertNever } from '@lockstep/trace';
import { createLineReader } from '../native/channel.ts';
import { libc } from '../native/libc.ts';
import { MSG_NOSIGNAL } from '../native/linux.ts';
import { type FailedReport, GO, type Report, type ReturnedReport } from '../programs/report.ts';
import type { Witness } from './cable.ts';
import { because } from './frame-facts.ts';
import type { SocketWatch } from './socket-watch.ts';

export interface ProgramLink {
  readonly host: string;
  readonly isFirst: boolean;
  /** The call that it is in, e.g. `accept`. */
  readonly insideOf: string | undefined;
  /**
   * Inside of a call that changes its sockets and returns at once. A frame that arrived meanwhile could make the kernel
   * pass through two states with nobody looking, so the cable keeps it back until the call has returned.
   */
  readonly isBusy: () => boolean;
  /** Its process has ended. */
  ended(): void;
  /** What it has reported since; never waits. */
  read(): readonly Report[];
  /** Writes a report down, looks at its kernel, and lets it go on unless it only just got ready. */
  handle(report: Report): void;
  /** Lets it go on. */
  go(): void;
}

/** What the course of the run depends on. */
export interface ProgramEvents {
  ready(link: ProgramLink, pid: number): void;
  listening(link: ProgramLink): void;
  failed(link: ProgramLink, report: FailedReport): void;
}

export interface ProgramLinkOptions {
  readonly host: string;
  readonly isFirst: boolean;
  readonly fd: number;
  readonly watch: SocketWatch;
}

const SHORT_CALLS = new Set(['close', 'shutdown', 'exit']);

export function createProgramLink(
  { host, isFirst, fd, watch }: ProgramLinkOptions,
  { ledger, causes }: Witness,
  events: ProgramEvents,
): ProgramLink {
  const lines = createLineReader(fd);
  const oneByte = Uint8Array.of(GO);
  let inside: { readonly call: string; readonly fact: number } | undefined;

  const link: ProgramLink = {
    host,
    isFirst,
    get insideOf() {
      return inside?.call;
    },
    isBusy: () => inside !== undefined && SHORT_CALLS.has(inside.call),
    ended() {
      inside = undefined;
    },
    read: () => lines.read().map((line) => JSON.parse(line) as Report),
    go() {
      // A program that has died meanwhile cannot be told; its end is told by the supervisor.
      libc().send(fd, oneByte, 1, MSG_NOSIGNAL);
    },
    handle(report) {
      const { atUs, line } = report;
      const base = { at: atUs, actor: host, source: 'program', ...(line !== undefined && { line }) } as const;
      switch (report.kind) {
        case 'ready':
          events.ready(link, report.pid);
          return;
        case 'entered': {
          const { call, detail, connection } = report;
          watch.sample(atUs);
          const fact = ledger.record({ ...base, kind: 'call.entered', call, detail });
          inside = { call, fact };
          causes.entered(host, { call, fact, ...(connection !== undefined && { connection }) });
          break;
        }
        case 'returned':
          returned(report, base);
          break;
        case 'failed':
          ledger.record({ ...base, kind: 'operation.failed', operation: report.operation, error: report.error });
          events.failed(link, report);
          break;
        case 'finished':
          if (report.leavesSocketsOpen) inside = { call: 'exit', fact: -1 };
          break;
        default:
          assertNever(report);
      }
      link.go();
    },
  };

  function returned({ call, result, error, listening }: ReturnedReport, base: ProgramBase): void {
    const cause = inside?.fact;
    const failure = error === undefined ? {} : { error };
    ledger.record({ ...base, ...because(cause), kind: 'call.returned', call, result, ...failure });
    inside = undefined;
    if (listening) watch.setBacklog(listening.port, listening.backlog);
    watch.sample(base.at, cause);
    causes.returned(host);
    if (listening) events.listening(link);
  }

  return link;
}

interface ProgramBase {
  readonly at: number;
  readonly actor: string;
  readonly source: 'program';
  readonly line?: number;
}

// One program as the cable sees it: what it reports becomes facts, and it goes on only when told to.
import { assertNever } from '@lockstep/trace';
import { createLineReader } from '../native/channel.ts';
import { libc } from '../native/libc.ts';
import { MSG_NOSIGNAL } from '../native/linux.ts';
import {
  type EnteredReport,
  type FailedReport,
  GO,
  type Report,
  type ReturnedReport,
  type TellingReport,
} from '../programs/report.ts';
import type { Witness } from './cable.ts';
import { because } from './frame-facts.ts';
import type { SocketWatch } from './socket-watch.ts';

export interface ProgramLink {
  readonly host: string;
  readonly isFirst: boolean;
  /** The call that it is in, e.g. `accept`. */
  readonly insideOf: string | undefined;
  /** Inside of a call that nothing but somebody else can end. */
  readonly mayWaitForEver: boolean;
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
  /** Its connect() has returned, or failed. */
  connected(link: ProgramLink): void;
  failed(link: ProgramLink, report: FailedReport): void;
  /** It ends itself by a signal. */
  dying(link: ProgramLink): void;
}

export interface ProgramLinkOptions {
  readonly host: string;
  readonly isFirst: boolean;
  readonly fd: number;
  readonly watch: SocketWatch;
}

const SHORT_CALLS = new Set(['close', 'shutdown', 'exit', 'kill']);

export function createProgramLink(
  { host, isFirst, fd, watch }: ProgramLinkOptions,
  { ledger, causes }: Witness,
  events: ProgramEvents,
): ProgramLink {
  const lines = createLineReader(fd);
  const oneByte = Uint8Array.of(GO);
  let inside: { readonly call: string; readonly fact: number; readonly mayWaitForEver: boolean } | undefined;

  const link: ProgramLink = {
    host,
    isFirst,
    get insideOf() {
      return inside?.call;
    },
    get mayWaitForEver() {
      return inside?.mayWaitForEver ?? false;
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
        case 'entered':
          entered(report, base);
          break;
        case 'printed':
        case 'decoded':
        case 'refused':
          told(report, base);
          break;
        case 'returned':
          returned(report, base);
          break;
        case 'failed':
          ledger.record({ ...base, kind: 'operation.failed', operation: report.operation, error: report.error });
          events.failed(link, report);
          break;
        case 'finished':
          if (report.leavesSocketsOpen) inside = { call: 'exit', fact: -1, mayWaitForEver: false };
          break;
        default:
          assertNever(report);
      }
      link.go();
    },
  };

  /** The fields that a call has only where it is about a socket with a place, and about bytes. */
  function socketAndBytes({ connection, bytes }: EnteredReport | ReturnedReport) {
    return {
      ...(connection !== undefined && { socket: `${host}:${connection}` }),
      ...(bytes !== undefined && { bytes }),
    };
  }

  function entered(report: EnteredReport, base: ProgramBase): void {
    const { call, detail, connection, mayWaitForEver } = report;
    watch.sample(base.at);
    const fact = ledger.record({ ...base, kind: 'call.entered', call, detail, ...socketAndBytes(report) });
    inside = { call, fact, mayWaitForEver };
    causes.entered(host, { call, fact, ...(connection !== undefined && { connection }) });
    if (call === 'kill') events.dying(link);
  }

  function returned(report: ReturnedReport, base: ProgramBase): void {
    const { call, result, error, opened } = report;
    const cause = inside?.fact;
    const failure = error === undefined ? {} : { error };
    ledger.record({
      ...base,
      ...because(cause),
      kind: 'call.returned',
      call,
      result,
      ...failure,
      ...socketAndBytes(report),
    });
    inside = undefined;
    if (opened?.backlog !== undefined) watch.setBacklog(opened.port, opened.backlog);
    watch.sample(base.at, cause);
    causes.returned(host);
    if (opened) events.listening(link);
    if (call === 'connect') events.connected(link);
  }

  function told(report: TellingReport, base: ProgramBase): void {
    switch (report.kind) {
      case 'printed':
        ledger.record({ ...base, kind: 'text.printed', text: report.text });
        return;
      case 'decoded': {
        const { connection, number, first, length, text } = report;
        ledger.record({
          ...base,
          kind: 'message.decoded',
          socket: `${host}:${connection}`,
          number,
          first,
          length,
          text,
        });
        return;
      }
      case 'refused': {
        const { connection, first, reason } = report;
        ledger.record({ ...base, kind: 'message.refused', socket: `${host}:${connection}`, first, reason });
        return;
      }
      default:
        assertNever(report);
    }
  }

  return link;
}

interface ProgramBase {
  readonly at: number;
  readonly actor: string;
  readonly source: 'program';
  readonly line?: number;
}

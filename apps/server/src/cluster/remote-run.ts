// A run of another server, put together again from its stream.
import type { RunStatus } from '@lockstep/lab';
import { statusOfEnd } from '../delivery/deliver-stored.ts';
import { BATCH_CHARACTERS, type EventLines } from '../runs/event-lines.ts';
import type { WatchableRun } from '../runs/run-contract.ts';
import type { StreamEntry } from './stream-tails.ts';

export interface RemoteRun extends WatchableRun {
  /** The server that runs it, or ran it. */
  readonly server: string | undefined;
  readonly isOver: boolean;
  readonly hasViewers: boolean;
  /** Header and events as text. */
  readonly text: string;
  take(entry: StreamEntry): void;
  /** Tells the viewers what was taken. */
  publish(): void;
  /** Its server is gone: nothing more will come. */
  interrupt(): void;
}

const RUNNING: RunStatus = { state: 'running' };

/** @param onWatched called when somebody comes to watch where nobody did */
export function createRemoteRun(id: string, onWatched: () => void): RemoteRun {
  const viewers = new Set<() => void>();
  const batches: EventLines[] = [];
  let server: string | undefined;
  let header: string | undefined;
  let status: RunStatus = { state: 'queued' };
  let published = 0;

  const isOver = () => status.state === 'ended' || status.state === 'failed';

  function takeText(text: string, line: number): void {
    const known = header === undefined ? 0 : published + 1;
    if (line !== known) return;
    let lines = text;
    if (header === undefined) {
      const end = text.indexOf('\n');
      header = text.slice(0, end);
      lines = text.slice(end + 1);
    }
    const to = published + lines.split('\n').length - 1;
    if (to === published) return;
    batches.push({ from: published, to, lines });
    published = to;
    // What there was to choose from was before these events; if it still is, that is said after them.
    status = RUNNING;
  }

  function batchAt(seq: number): number {
    let low = 0;
    let high = batches.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((batches[middle] as EventLines).to <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const run: RemoteRun = {
    id,
    get server() {
      return server;
    },
    get isOver() {
      return isOver();
    },
    get hasViewers() {
      return viewers.size > 0;
    },
    get status() {
      return status;
    },
    get header() {
      return published > 0 ? header : undefined;
    },
    get length() {
      return published;
    },
    get published() {
      return published;
    },
    get text() {
      return header === undefined ? '' : [`${header}\n`, ...batches.map(({ lines }) => lines)].join('');
    },
    // When it was recorded is a time of another machine.
    recordedAtMs: () => undefined,
    linesFrom(from) {
      if (from >= published) return { from, to: from, lines: '' };
      let index = batchAt(from);
      const first = batches[index] as EventLines;
      let lines = first.lines;
      let { to } = first;
      if (first.from < from)
        lines = lines
          .split('\n')
          .slice(from - first.from)
          .join('\n');
      for (index++; index < batches.length && lines.length < BATCH_CHARACTERS; index++) {
        const batch = batches[index] as EventLines;
        lines += batch.lines;
        to = batch.to;
      }
      return { from, to, lines };
    },
    addViewer(onNews) {
      viewers.add(onNews);
      if (viewers.size === 1) onWatched();
    },
    removeViewer: (onNews) => void viewers.delete(onNews),
    take({ server: by, text, line, status: told }) {
      if (isOver()) return;
      server ??= by;
      if (text !== undefined) takeText(text, Number(line));
      if (told !== undefined) status = JSON.parse(told) as RunStatus;
    },
    publish() {
      for (const onNews of viewers) onNews();
    },
    interrupt() {
      if (isOver()) return;
      status = statusOfEnd(batches.at(-1)?.lines.split('\n').at(-2));
      run.publish();
    },
  };
  return run;
}

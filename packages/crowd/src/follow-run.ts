// A learner who watches a run through every loss, as the page does: history comes in chunks, the rest in frames, and after
// a loss it goes on from where it was. What came is not kept but checked: its order by where each frame says that it
// begins, its content by a running hash.
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { connectLearner, type Learner, type LearnerOptions } from './learner.ts';

export interface FollowRunOptions extends Pick<LearnerOptions, 'port' | 'origin' | 'localAddress'> {
  readonly run: string;
  /** How long to wait after a loss, and before the first time. */
  waitMs(): number;
  /** How long to wait for history, as the page does. */
  readonly answerWithinMs?: number;
  /** False: everything comes by the websocket. */
  readonly history?: boolean;
  onEvents?(from: number, to: number): void;
}

export interface Follower {
  /** Events received so far, each once and in order. */
  readonly events: number;
  /** Bytes of text of frames. */
  readonly bytes: number;
  readonly frames: number;
  readonly losses: number;
  /** Frames that did not begin where the last one ended, and so were not taken. */
  readonly gaps: number;
  readonly isConnected: boolean;
  /** Of all event lines so far; the same as `digestOfLines` of the recording's. */
  digest(): string;
  /** Settles when the end of the run has come. */
  readonly ended: Promise<void>;
  close(): void;
}

interface Frame {
  readonly run: string;
  readonly from: number;
  readonly lines: string;
  readonly status: { readonly state: string };
}

export function followRun(options: FollowRunOptions): Follower {
  const hash = createHash('sha256');
  const tally = { events: 0, bytes: 0, frames: 0, losses: 0, gaps: 0, isConnected: false };
  let learner: Learner | undefined;
  let isClosed = false;
  let settleEnded: () => void;
  const ended = new Promise<void>((resolve) => {
    settleEnded = resolve;
  });

  function take(from: number, lines: string): void {
    const count = countLines(lines);
    if (from > tally.events) {
      tally.gaps++;
      return;
    }
    const known = tally.events - from;
    if (count <= known) return;
    hash.update(known === 0 ? lines : afterLines(lines, known));
    options.onEvents?.(tally.events, from + count);
    tally.events = from + count;
  }

  function onEvent(name: string, payload?: unknown): void {
    if (name !== 'frame') return;
    const { run, from, lines, status } = payload as Frame;
    if (run !== options.run) return;
    tally.frames++;
    tally.bytes += lines.length;
    take(from, lines);
    if (status.state === 'ended' || status.state === 'failed') settleEnded();
  }

  /** A request may hang on a line that is dead, while the websocket lives or is found out by its pings. */
  async function fetchHistoryWhile({ gone }: Learner): Promise<void> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    void gone.then(abort);
    const patience = setTimeout(abort, options.answerWithinMs ?? 8000);
    await fetchHistory(controller.signal).catch(() => undefined);
    clearTimeout(patience);
  }

  async function fetchHistory(signal: AbortSignal): Promise<void> {
    const url = `http://127.0.0.1:${options.port}/api/recordings/${options.run}/chunks`;
    const init = { signal, headers: { host: new URL(options.origin ?? url).host } };
    const extent = await fetch(url, init);
    if (!extent.ok) return;
    const { chunkEvents, complete } = (await extent.json()) as { chunkEvents: number; complete: number };
    for (let chunk = Math.floor(tally.events / chunkEvents); chunk < complete && !isClosed; chunk++) {
      const response = await fetch(`${url}/${chunk}`, init);
      if (!response.ok) return;
      const text = await response.text();
      take(chunk * chunkEvents, chunk === 0 ? afterLines(text, 1) : text);
    }
  }

  async function follow(): Promise<void> {
    for (; !isClosed; tally.losses++) {
      await wait(options.waitMs(), undefined, { ref: false });
      try {
        learner = await connectLearner({ ...options, onEvent });
        tally.isConnected = true;
        if (options.history !== false) await fetchHistoryWhile(learner);
        await learner.ask('watch', { run: options.run, from: tally.events });
        await learner.gone;
      } catch {
        // Lost, or refused: it comes again.
      }
      learner?.close();
      tally.isConnected = false;
    }
  }

  void follow();
  return Object.assign(tally, {
    digest: () => hash.copy().digest('hex'),
    ended,
    close() {
      isClosed = true;
      learner?.close();
    },
  });
}

/** The digest of a recording's event lines: what every follower must have. */
export function digestOfLines(lines: string): string {
  return createHash('sha256').update(lines).digest('hex');
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** What comes after the first `count` lines. */
export function afterLines(text: string, count: number): string {
  let at = 0;
  for (let n = 0; n < count; n++) at = text.indexOf('\n', at) + 1;
  return text.slice(at);
}

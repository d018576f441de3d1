// Delivery out of the trace itself: a viewer is a position in it. There is no queue for anybody; whoever can take a frame
// gets all that is new to them since their position, up to the size of a frame.
import type { Frame, RunStatus } from '@lockstep/lab';
import type { Metrics } from '../metrics.ts';
import type { WatchableRun } from '../runs/run-contract.ts';
import type { Delivery } from './delivery.ts';
import type { Outlet } from './outlet.ts';

const STILL_RUNNING: RunStatus = { state: 'running' };

/** Sends the events `from` on of a run that is not over yet, until it is. */
export function deliverLive(
  run: WatchableRun,
  from: number,
  outlet: Outlet,
  metrics?: Pick<Metrics, 'framed'>,
): Delivery {
  let position = from;
  let header: string | undefined;
  let sentStatus: RunStatus | undefined;
  let isSending = false;
  let isOpen = true;
  /** Has had all that there was: what comes now is news, and not history. */
  let isCurrent = from >= run.published;
  let settleDone: () => void;
  const done = new Promise<void>((resolve) => {
    settleDone = resolve;
  });

  const isNews = () => position < run.published || (position === run.length && sentStatus !== run.status);

  async function sendNews(): Promise<void> {
    if (isSending) return;
    isSending = true;
    while (isOpen && isNews()) {
      if (await outlet.ready()) sendFrame();
      else stop();
    }
    isCurrent = true;
    isSending = false;
  }

  function sendFrame(): void {
    if (!isOpen) return;
    const { lines, to } = run.linesFrom(position);
    // A status tells of the run as it is after its last event, so it goes with that event.
    const status = to === run.length ? run.status : STILL_RUNNING;
    const frame: Frame = { run: run.id, from: position, lines, status };
    outlet.send(header === undefined && run.header !== undefined ? { ...frame, header: run.header } : frame);
    tell(to - position, isCurrent ? run.recordedAtMs(position) : undefined);
    header ??= run.header;
    position = to;
    sentStatus = status;
    if (status.state === 'ended' || status.state === 'failed') stop();
  }

  function tell(count: number, recordedAtMs: number | undefined): void {
    metrics?.framed(count, recordedAtMs === undefined ? undefined : performance.now() - recordedAtMs);
  }

  function onNews(): void {
    void sendNews();
  }

  function stop(): void {
    isOpen = false;
    run.removeViewer(onNews);
    settleDone();
  }

  run.addViewer(onNews);
  onNews();
  return { done, stop };
}

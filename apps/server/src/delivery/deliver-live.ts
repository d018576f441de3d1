// Delivery out of the trace itself: a viewer is a position in it. There is no queue for anybody; whoever can take a frame
// gets all that is new to them since their position, up to the size of a frame. Who has got all that there is joins the
// audience of the run, and comes back from it when they fall behind.
import type { Metrics } from '../metrics.ts';
import type { WatchableRun } from '../runs/run-contract.ts';
import type { Audience, Member } from './audience.ts';
import type { Delivery } from './delivery.ts';
import type { Outlet } from './outlet.ts';
import { ageOf, isNews, isOver, nextFrame, type Standing, sharedEnd, standingAtFirst } from './standing.ts';

/** Sends the events `from` on of a run that is not over yet, until it is. */
export function deliverLive(
  run: WatchableRun,
  from: number,
  outlet: Outlet,
  audience: Audience,
  metrics?: Pick<Metrics, 'framed'>,
): Delivery {
  let standing = standingAtFirst(from);
  let isSending = false;
  let isOpen = true;
  /** Has had all that there was: what comes now is news, and not history. */
  let isCurrent = from >= run.published;
  let settleDone: () => void;
  const done = new Promise<void>((resolve) => {
    settleDone = resolve;
  });

  const member: Member = {
    outlet,
    onBehind(where: Standing) {
      standing = where;
      run.addViewer(onNews);
      onNews();
    },
    onOver: stop,
  };

  async function sendNews(): Promise<void> {
    if (isSending) return;
    isSending = true;
    while (isOpen && isNews(run, standing)) {
      if (await outlet.ready()) sendFrame();
      else stop();
    }
    isCurrent = true;
    isSending = false;
    if (isOpen && audience.admit(member, standing)) run.removeViewer(onNews);
  }

  function sendFrame(): void {
    if (!isOpen) return;
    const next = nextFrame(run, standing, sharedEnd(run, standing));
    outlet.send(next.frame);
    metrics?.framed(next.standing.position - standing.position, 1, isCurrent ? ageOf(run, standing) : undefined);
    standing = next.standing;
    if (isOver(standing)) stop();
  }

  function onNews(): void {
    void sendNews();
  }

  function stop(): void {
    isOpen = false;
    audience.dismiss(member);
    run.removeViewer(onNews);
    settleDone();
  }

  run.addViewer(onNews);
  onNews();
  return { done, stop };
}

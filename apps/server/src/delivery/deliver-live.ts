// Delivery out of the trace itself: a viewer is a position in it. There is no queue for anybody; whoever can take a frame
// gets all that is new to them since their position, up to the size of a frame. Who has got all that there is joins the
// audience of the run, and comes back from it when they fall behind.
import type { WatchableRun } from '../runs/run-contract.ts';
import type { Audience, Member } from './audience.ts';
import type { Delivery } from './delivery.ts';
import type { Outlet } from './outlet.ts';
import { isNews, isOver, nextFrame, type Standing, standingAtFirst } from './standing.ts';

/** Sends the events `from` on of a run that is not over yet, until it is. */
export function deliverLive(run: WatchableRun, from: number, outlet: Outlet, audience: Audience): Delivery {
  let standing = standingAtFirst(from);
  let isSending = false;
  let isOpen = true;
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
    isSending = false;
    if (isOpen && audience.admit(member, standing)) run.removeViewer(onNews);
  }

  function sendFrame(): void {
    if (!isOpen) return;
    const next = nextFrame(run, standing);
    outlet.send(next.frame);
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

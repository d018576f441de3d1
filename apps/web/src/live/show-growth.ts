// A run that streams fast comes in more frames of the line than the screen has: the page is drawn at most once in each of
// its own. The first news are shown at once, what comes before the next frame together with it.
import type { RunStatus } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { type FrameTask, inNextFrame, notInNextFrame } from '../frames/in-next-frame.ts';
import type { Player } from '../player/player.ts';

export interface Showing {
  /** The trace has grown. */
  readonly grow: (trace: Trace, status: RunStatus) => void;
  /** What has not been shown yet is of a run that is left. */
  readonly forget: () => void;
}

export function shownAtOnce({ grow }: Pick<Player, 'grow'>): Showing {
  return { grow, forget: () => undefined };
}

interface Growth {
  readonly trace: Trace;
  readonly status: RunStatus;
}

export function createShowing(player: Pick<Player, 'grow'>): Showing {
  let isShown = false;
  let waiting: Growth | undefined;

  const onFrame: FrameTask = () => {
    isShown = false;
    if (waiting) show(waiting);
  };

  function show({ trace, status }: Growth): void {
    waiting = undefined;
    isShown = true;
    inNextFrame(onFrame);
    player.grow(trace, status);
  }

  return {
    grow(trace, status) {
      // What ends a run is shown at once: a hidden page has no frames, and its title tells of it.
      if (isShown && status.state === 'running') waiting = { trace, status };
      else show({ trace, status });
    },
    forget() {
      waiting = undefined;
      isShown = false;
      notInNextFrame(onFrame);
    },
  };
}

// The one animation frame loop of the page. What plays, what scrubs and what draws pixels asks for the next frame here,
// and all of it runs in one go at its beginning: a hidden page stands still, and nothing is drawn twice a frame.

/** @param nowMs when the frame began, as `performance.now()` counts. */
export type FrameTask = (nowMs: number) => void;

let tasks = new Set<FrameTask>();
let pending = 0;

/** Runs the task at the beginning of the next frame: once, however often it is asked for until then. */
export function inNextFrame(task: FrameTask): void {
  tasks.add(task);
  if (pending === 0) pending = requestAnimationFrame(onFrame);
}

/** Takes back what was asked for; nothing happens when it has run by now. */
export function notInNextFrame(task: FrameTask): void {
  tasks.delete(task);
}

function onFrame(nowMs: number): void {
  pending = 0;
  const due = tasks;
  tasks = new Set();
  for (const task of due) {
    try {
      task(nowMs);
    } catch (error) {
      // One that fails must not keep the others from their frame.
      reportError(error);
    }
  }
}

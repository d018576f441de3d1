// What frames cost, measured in the page: the distance of frames while something is done in each of them, and the work
// of one frame from its start until it is painted. What is here runs in the page.

/** What is done once a frame. */
export type Doing = 'nothing' | 'scrub' | 'step-forward' | 'step-back' | 'seek';

export interface FrameTimes {
  /** Between the starts of frames. */
  readonly deltasMs: readonly number[];
  /** From a frame's start until what it drew was handed on. */
  readonly workMs: readonly number[];
}

/** Does it in each of so many frames. */
export function timeFrames([doing, frames]: readonly [Doing, number]): Promise<FrameTimes> {
  const slider = document.querySelector('.scrubber-slider') as HTMLElement;
  const { left, width, top } = slider.getBoundingClientRect();
  slider.setPointerCapture = () => undefined;
  let random = 12345;
  const nextRandom = (): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return random / 2 ** 32;
  };
  const point = (type: string, part: number): void => {
    const clientX = left + 100 + part * (width - 110);
    slider.dispatchEvent(
      new PointerEvent(type, { bubbles: true, buttons: 1, pointerId: 1, clientX, clientY: top + 20 }),
    );
  };
  const press = (key: string): void => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key, code: key }));
  };
  const act = (frame: number): void => {
    if (doing === 'scrub') point('pointermove', frame / frames);
    else if (doing === 'seek') point('pointermove', nextRandom());
    else if (doing === 'step-forward') press('ArrowRight');
    else if (doing === 'step-back') press('ArrowLeft');
  };
  return new Promise((resolve) => {
    const deltasMs: number[] = [];
    const workMs: number[] = [];
    const painted = new MessageChannel();
    let frame = 0;
    let lastMs = 0;
    let startedMs = 0;
    painted.port1.onmessage = () => {
      workMs.push(performance.now() - startedMs);
      if (frame >= frames) resolve({ deltasMs: deltasMs.slice(2), workMs: workMs.slice(2) });
    };
    const onFrame = (nowMs: number): void => {
      startedMs = performance.now();
      if (frame > 0) deltasMs.push(nowMs - lastMs);
      lastMs = nowMs;
      // What the page puts off to its next frame is counted there: each frame has the work of one deed.
      act(frame++);
      if (frame < frames) requestAnimationFrame(onFrame);
      painted.port2.postMessage(undefined);
    };
    requestAnimationFrame(onFrame);
  });
}

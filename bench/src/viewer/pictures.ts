// When a picture is complete, seen from outside: in each frame the page is asked whether what it must show is there, in
// pixels where it draws pixels. What is injected here runs in the page.

declare global {
  interface Window {
    /** Milliseconds from the navigation to the frame after the first complete picture. */
    pictureMs?: number;
  }
}

/** Ours: the strip of the whole run has paint in it, and the stage has marks. */
export function watchOurs(): void {
  const isComplete = (): boolean => {
    const canvas = document.querySelector<HTMLCanvasElement>('.scrubber-canvas');
    const hasStrip = canvas ? hasPaint(canvas) : document.querySelector('.scrubber .mark') !== null;
    return hasStrip && document.querySelector('.ls-lanes .ls-lane-name') !== null;
  };
  const hasPaint = (canvas: HTMLCanvasElement): boolean => {
    if (canvas.width < 100 || canvas.height < 8) return false;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 0) return true;
    return false;
  };
  const look = (): void => {
    if (!document.body || !isComplete()) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      window.pictureMs = performance.now();
    });
  };
  requestAnimationFrame(look);
}

/** speedscope's: its overlay of the flame chart has words or lines in it. It draws the chart itself in the same frame. */
export function watchSpeedscope(): void {
  const hasPaint = (canvas: HTMLCanvasElement): boolean => {
    if (canvas.width < 100 || canvas.height < 100) return false;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 0) return true;
    return false;
  };
  const look = (): void => {
    const overlays = [...document.querySelectorAll('canvas')].filter((one) => one.getContext('2d') !== null);
    if (!overlays.some(hasPaint)) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      window.pictureMs = performance.now();
    });
  };
  requestAnimationFrame(look);
}

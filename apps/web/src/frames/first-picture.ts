// Whether the page shows what it was opened for. What only might be needed later waits for it: on a slow line, or a busy
// machine, it would be in the way.
let tell: (() => void) | undefined;
const shown = new Promise<void>((resolve) => {
  tell = resolve;
});

/** The page shows something that will stay: a figure, or that there is none. */
export function pictureIsThere(): void {
  tell?.();
}

export function firstPicture(): Promise<void> {
  return shown;
}

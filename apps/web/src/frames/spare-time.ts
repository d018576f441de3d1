// What can wait until the page has nothing better to do: reading ahead in a long run, and looking for what is named in
// it. Slices go between two frames; what cannot be sliced waits until nobody scrubs and nothing plays.

/** Does a little; true: there is more to do. */
type Slice = () => boolean;

/** Room that a slice wants, in milliseconds, and what is kept for the next frame. */
const SLICE_MS = 4;
/** The browser promises as much only when nothing moves. */
const REST_MS = 12;
/** Where the browser does not say when it has time. */
const PAUSE_MS = 120;

const slices = new Set<Slice>();
const whenAtRest: (() => void)[] = [];
let isAsked = false;

/** Called again and again in spare moments until it has no more to do. */
export function inSpareTime(slice: Slice): void {
  slices.add(slice);
  ask();
}

export function notInSpareTime(slice: Slice): void {
  slices.delete(slice);
}

/** Called once, when nothing moves. Returns what takes it back. */
export function atRest(task: () => void): () => void {
  whenAtRest.push(task);
  ask();
  return () => {
    const place = whenAtRest.indexOf(task);
    if (place >= 0) whenAtRest.splice(place, 1);
  };
}

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  if (typeof requestIdleCallback === 'function') requestIdleCallback(onSpare);
  else setTimeout(() => onSpare({ timeRemaining: () => REST_MS }), PAUSE_MS);
}

function onSpare(deadline: Pick<IdleDeadline, 'timeRemaining'>): void {
  isAsked = false;
  // What is sliced goes first: what is looked for afterwards stands upon it.
  for (const slice of slices)
    while (deadline.timeRemaining() > SLICE_MS)
      if (!slice()) {
        slices.delete(slice);
        break;
      }
  if (slices.size === 0 && deadline.timeRemaining() >= REST_MS) whenAtRest.shift()?.();
  if (slices.size > 0 || whenAtRest.length > 0) ask();
}

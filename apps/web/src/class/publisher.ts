// Tells the class where its driver is: at most ten times a second, the newest only, and at once when it comes to rest.
import type { ClassView } from '@lockstep/lab';
import { viewKey } from './view-of.ts';

const EVERY_MS = 100;
const AGAIN_AFTER_MS = 500;

export interface Publisher {
  /** The driver is here now. */
  readonly show: (view: ClassView, isAtRest: boolean) => void;
  /** The class sees this already: what comes from another window is not told again. */
  readonly took: (view: ClassView | undefined) => void;
  readonly dispose: () => void;
}

/** @param send resolves with whether it was taken; what was not is sent again with what is newest then. */
export function createPublisher(send: (view: ClassView) => Promise<boolean>): Publisher {
  let known: string | undefined;
  let waiting: ClassView | undefined;
  let isDisposed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    if (isDisposed) return;
    clearTimeout(timer);
    timer = undefined;
    const view = waiting;
    waiting = undefined;
    if (!view || viewKey(view) === known) return;
    const key = viewKey(view);
    known = key;
    timer = setTimeout(flush, EVERY_MS);
    void send(view).then((isTaken) => {
      if (isTaken || known !== key) return;
      known = undefined;
      waiting ??= view;
      timer ??= setTimeout(flush, AGAIN_AFTER_MS);
    });
  }

  return {
    show(view, isAtRest) {
      waiting = view;
      if (timer === undefined || isAtRest) flush();
    },
    took(view) {
      waiting = undefined;
      known = view && viewKey(view);
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}

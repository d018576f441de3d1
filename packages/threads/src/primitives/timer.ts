// Python's threading.Timer: a thread that waits for an event of its own, with a time-out, and calls its function unless
// the event was set before. https://docs.python.org/3/library/threading.html#timer-objects
import { Event } from './event.ts';
import type { Operation, Program } from './operation.ts';
import type { SharedObject } from './shared-object.ts';
import { Thread } from './thread.ts';

/** A thread that does something later, or never if it is cancelled in time. */
export class Timer extends Thread {
  override readonly parts: readonly SharedObject[];
  readonly #finished: Event;

  constructor(actor: string, intervalMs: number, run: () => Program) {
    const finished = new Event(`${actor}.finished`);
    // As in CPython's Lib/threading.py: one look more, because the wait may have been for nothing.
    super(
      actor,
      function* () {
        yield* finished.wait(intervalMs);
        if (!(yield* finished.isSet())) yield* run();
        yield* finished.set();
      },
      false,
    );
    this.#finished = finished;
    this.parts = [finished];
  }

  /** Keeps it from running if it still waits; later it does nothing. */
  cancel(): Operation<void> {
    return this.#finished.set();
  }
}

/**
 * Declares a timer. It begins to wait when it is started, and like any thread it is started once.
 * @param actor `t1`, `t2`, …
 */
export function timer(actor: string, intervalMs: number, run: () => Program): Timer {
  return new Timer(actor, intervalMs, run);
}

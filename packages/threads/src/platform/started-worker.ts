import type { OrderTask } from '../explorer/ask-order.ts';
import type { SearchTask } from '../explorer/search.ts';
import type { WorkerTask } from '../live/worker-task.ts';

/** What a worker is for, and what it is given at its start. */
export type Job =
  | { readonly kind: 'thread'; readonly task: WorkerTask }
  | { readonly kind: 'search'; readonly task: SearchTask }
  | { readonly kind: 'order'; readonly task: OrderTask };

/** A worker, of Node or of the browser, as those see it who start one. */
export interface StartedWorker {
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when it has broken. */
  onError(listener: (error: Error) => void): void;
  /** Whether it keeps the process alive; a page lives by itself. */
  stayAlive(stays: boolean): void;
  /** Settles when it is gone. */
  terminate(): Promise<unknown>;
}

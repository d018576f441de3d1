/** Events on their way to one viewer. */
export interface Delivery {
  /** Settles when everything was delivered, or the viewer is gone. */
  readonly done: Promise<void>;
  stop(): void;
}

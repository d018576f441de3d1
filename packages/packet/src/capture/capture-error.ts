/** A capture file that cannot be read: where, and what should stand there. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  /** From the start of the file, in bytes. */
  readonly offset: number;

  constructor(offset: number, problem: string) {
    super(`byte ${offset}: ${problem}`);
    this.offset = offset;
  }
}

/** Python's exceptions that operations raise, by the names under which a traceback shows them. */
export const PYTHON_ERRORS = [
  'RuntimeError',
  'ValueError',
  'TypeError',
  'TimeoutError',
  'CancelledError',
  'InvalidStateError',
  'BrokenBarrierError',
  'queue.Full',
  'queue.Empty',
] as const;

export type PythonErrorName = (typeof PYTHON_ERRORS)[number];

/**
 * An error of Python's: a program may catch it around an operation; uncaught it ends its thread, and only that one.
 * @see https://docs.python.org/3/library/exceptions.html
 */
export class PythonError extends Error {
  override readonly name: PythonErrorName;
  /** By this mark, not by class: a program and its executor may have loaded this package each for itself. */
  readonly isPython = true;

  constructor(name: PythonErrorName, message = '') {
    super(message);
    this.name = name;
  }

  /** As the last line of a traceback. */
  override toString(): string {
    return this.message === '' ? this.name : `${this.name}: ${this.message}`;
  }
}

export function isPythonError(error: unknown): error is PythonError {
  return error instanceof Error && 'isPython' in error;
}

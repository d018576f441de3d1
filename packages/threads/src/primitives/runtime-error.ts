/**
 * Python's RuntimeError: a program may catch it around an operation; uncaught it ends its thread, and only that one.
 * @see https://docs.python.org/3/library/exceptions.html#RuntimeError
 */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError';
}

/** By name, not by class: a program and its executor may have loaded this package each for itself. */
export function isRuntimeError(error: unknown): error is RuntimeError {
  return error instanceof Error && error.name === 'RuntimeError';
}

import { getSystemErrorName } from 'node:util';
import { errno, libc } from './libc.ts';
import { EAGAIN, EINTR } from './linux.ts';

/** What a system call answered instead of a result. */
export class SystemError extends Error {
  override readonly name = 'SystemError';
  readonly call: string;
  readonly errno: number;
  /** Symbolic name, e.g. `ECONNREFUSED`. */
  readonly code: string;
  /** The operating system's words. */
  readonly strerror: string;

  constructor(call: string, number: number) {
    const code = getSystemErrorName(-number);
    const strerror = libc().strerror(number);
    super(`${call}: ${strerror} (${code})`);
    this.strerror = strerror;
    this.call = call;
    this.errno = number;
    this.code = code;
  }
}

/** The result of a call, or its error thrown. */
export function checked(call: string, result: number): number {
  if (result < 0) throw new SystemError(call, errno());
  return Number(result);
}

/** As `checked`, but begins again after a signal, as Python does (PEP 475). */
export function retried(call: string, attempt: () => number): number {
  for (;;) {
    const result = Number(attempt());
    if (result >= 0) return result;
    if (errno() !== EINTR) throw new SystemError(call, errno());
  }
}

/** A wrong error number does not come three times in a row. */
const MOST_ATTEMPTS = 3;

/**
 * The result of a call that never waits; undefined: there is nothing now (EAGAIN). Between a call and the question for
 * its error number the JavaScript engine may itself have asked the kernel for memory and failed (errno(3) is one
 * variable for all): so any other answer must come again before it is believed.
 */
export function unlessNothing(call: string, attempt: () => number): number | undefined {
  let error = 0;
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
    const result = Number(attempt());
    if (result >= 0) return result;
    error = errno();
    if (error === EAGAIN) return undefined;
  }
  throw new SystemError(call, error);
}

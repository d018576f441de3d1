/**
 * A system call that failed, as a program sees it: Python's `OSError` and its subclasses (PEP 3151). A program may
 * catch it around a `yield*`.
 */
export class OSError extends Error {
  override readonly name: string;
  readonly errno: number;

  /** @param strerror the operating system's words for this number. */
  constructor(errno: number, strerror: string, message = `[Errno ${errno}] ${strerror}`) {
    super(message);
    this.errno = errno;
    this.name = CLASSES[errno] ?? 'OSError';
  }
}

const ETIMEDOUT = 110;

/** A call that took longer than its socket's time-out: Python's own `TimeoutError: timed out`, with no error number. */
export class TimeoutOSError extends OSError {
  constructor() {
    super(ETIMEDOUT, 'timed out', 'timed out');
  }
}

/** Python's class for each error number of Linux that has one of its own. */
const CLASSES: Readonly<Record<number, string>> = {
  1: 'PermissionError', // EPERM
  4: 'InterruptedError', // EINTR
  11: 'BlockingIOError', // EAGAIN
  13: 'PermissionError', // EACCES
  32: 'BrokenPipeError', // EPIPE
  103: 'ConnectionAbortedError', // ECONNABORTED
  104: 'ConnectionResetError', // ECONNRESET
  108: 'BrokenPipeError', // ESHUTDOWN
  110: 'TimeoutError', // ETIMEDOUT
  111: 'ConnectionRefusedError', // ECONNREFUSED
  114: 'BlockingIOError', // EALREADY
  115: 'BlockingIOError', // EINPROGRESS
};

// An error in shared memory, so that another thread can raise it again: its class, the length of its message, and the
// message in UTF-8. All zero: no error.
import { PYTHON_ERRORS, PythonError, type PythonErrorName } from './python-error.ts';

const MESSAGE_BYTES = 60;
/** How many words an error takes. */
export const ERROR_WORDS = 1 + MESSAGE_BYTES / Int32Array.BYTES_PER_ELEMENT;

/** @param text as a traceback's last line has it; the message is cut after 60 bytes */
export function writeError(words: Int32Array, at: number, text: string): void {
  const name = text.split(': ', 1)[0] as string;
  const message = new TextEncoder().encode(text.slice(name.length + 2)).subarray(0, MESSAGE_BYTES);
  const bytes = new Uint8Array(MESSAGE_BYTES);
  bytes.set(message);
  words[at] = (PYTHON_ERRORS.indexOf(name as PythonErrorName) + 1) | (message.length << 8);
  words.set(new Int32Array(bytes.buffer), at + 1);
}

/** The error that is there; undefined: none. */
export function errorAt(words: Int32Array, at: number): PythonError | undefined {
  const head = words[at] as number;
  const name = PYTHON_ERRORS[(head & 0xff) - 1];
  if (name === undefined) return undefined;
  const bytes = new Uint8Array(words.slice(at + 1, at + ERROR_WORDS).buffer, 0, head >> 8);
  return new PythonError(name, new TextDecoder().decode(bytes));
}

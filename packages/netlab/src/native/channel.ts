// A pair of joined sockets between two of our own processes, one JSON value a line.
import { libc } from './libc.ts';
import { AF_UNIX, MSG_DONTWAIT, SOCK_CLOEXEC, SOCK_STREAM } from './linux.ts';
import { checked, unlessNothing } from './system-error.ts';

/** Two descriptors, each the other's peer (socketpair(2)); they are closed on exec unless passed on by `stdio`. */
export function createChannel(): readonly [number, number] {
  const pair = new Int32Array(2);
  checked('socketpair', libc().socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair));
  return [pair[0] as number, pair[1] as number];
}

export interface LineReader {
  /** Whole lines that have arrived; never waits. */
  read(): readonly string[];
  /** True once the other end is closed and all is read. */
  readonly ended: boolean;
}

export function createLineReader(fd: number): LineReader {
  const buffer = new Uint8Array(65_536);
  const decoder = new TextDecoder();
  let rest = '';
  let ended = false;
  return {
    get ended() {
      return ended;
    },
    read() {
      while (!ended) {
        const length = unlessNothing('recv', () => Number(libc().recv(fd, buffer, buffer.length, MSG_DONTWAIT)));
        if (length === undefined) break;
        if (length === 0) ended = true;
        rest += decoder.decode(buffer.subarray(0, length), { stream: true });
      }
      const lines = rest.split('\n');
      rest = lines.pop() as string;
      return lines;
    },
  };
}

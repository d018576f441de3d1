import koffi from 'koffi';

const FALLBACK_INTERVAL_MS = 1;

/**
 * Calls back whenever a descriptor may have something to read. `koffi.node.poll` puts it into Node's own event loop
 * (0.04 ms from packet to callback) but is not a documented interface of koffi; where it is missing, a timer asks
 * again and again, which is correct because all our reads are non-blocking, only later.
 */
export function watchReadable(
  fd: number,
  onReadable: () => void,
  poll: typeof koffi.node.poll | false = koffi.node?.poll ?? false,
): { close(): void } {
  if (!poll) {
    const timer = setInterval(onReadable, FALLBACK_INTERVAL_MS);
    return { close: () => clearInterval(timer) };
  }
  const handle = poll(fd, { readable: true }, onReadable);
  return {
    close() {
      handle.stop();
      handle.close();
    },
  };
}

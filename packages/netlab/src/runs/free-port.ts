import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the range from which Linux takes ports by itself (ip_local_port_range begins at 32768): nobody is given such a
 * port by chance between our finding it free and our program binding it.
 */
const LOWEST = 20_000;
const HIGHEST = 32_767;

/** A TCP port that is free on loopback. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

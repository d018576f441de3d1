// The peer, as its package is published, and the traces that it opens: one static server for both, on loopback.
import { once } from 'node:events';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves the first folder that has the file; gzipped as well as can be where that is asked for. */
export async function serveFolders(
  folders: readonly string[],
  { isGzipped = false } = {},
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const file = folders.map((folder) => join(folder, path)).find((one) => existsSync(one) && statSync(one).isFile());
    if (!file) return void response.writeHead(404).end();
    const type = TYPES[extname(file)];
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    if (isGzipped && type !== undefined) {
      response.setHeader('Content-Encoding', 'gzip');
      return void response.end(gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }));
    }
    response.setHeader('Content-Length', statSync(file).size);
    createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between clients and servers, as a balancer does. */
export interface TestProxy {
  readonly port: number;
  /** Cuts all connections and takes no more. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** New connections go to these ports of loopback in turn; where nobody listens, to the next. */
export async function startProxy(ports: readonly number[]): Promise<TestProxy> {
  const open = new Set<Socket>();
  let isCut = false;
  let turn = 0;

  function join(client: Socket, server: Socket): void {
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }

  async function reach(left: number): Promise<Socket | undefined> {
    if (left === 0) return undefined;
    const server = connect(ports[turn++ % ports.length] as number, '127.0.0.1');
    try {
      await once(server, 'connect');
      return server;
    } catch {
      return await reach(left - 1);
    }
  }

  const proxy = createServer((client) => {
    client.on('error', () => undefined);
    if (isCut) client.destroy();
    else void reach(ports.length).then((server) => (server ? join(client, server) : client.destroy()));
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    port: (proxy.address() as AddressInfo).port,
    cut,
    restore() {
      isCut = false;
    },
    async close() {
      cut();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

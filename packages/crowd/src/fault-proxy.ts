// A line between clients and server that fails as lines do, by a seed. It forwards TCP, so it spoils websockets and HTTP
// alike, and it can be pointed at another server when the first is gone.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { type DrawFate, type Fate, unspoilt } from './fate.ts';
import { pipeSlowly } from './pipe-slowly.ts';
import { createRandom } from './random.ts';

export interface FaultProxy {
  readonly port: number;
  /** What was done so far. */
  readonly counts: Readonly<Record<'connections' | 'cut' | 'stalled' | 'slow', number>>;
  /** New connections go to this port. */
  retarget(upstreamPort: number): void;
  /** Cuts all connections at once. */
  cutAll(): void;
  /** New connections are spoilt no more, and those that are spoilt already are cut. */
  heal(): void;
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  readonly upstreamPort: number;
  readonly seed: number;
  readonly fate?: DrawFate;
}

export async function createFaultProxy({ seed, ...options }: FaultProxyOptions): Promise<FaultProxy> {
  const random = createRandom(seed);
  const counts = { connections: 0, cut: 0, stalled: 0, slow: 0 };
  const pairs = new Set<Pair>();
  let fate = options.fate ?? unspoilt;
  let { upstreamPort } = options;

  const server = createServer((client) => {
    const drawn = fate(random, counts.connections++);
    if (drawn.bytesPerSecond !== undefined) counts.slow++;
    const upstream = connect(upstreamPort, '127.0.0.1');
    const pair = join(client, upstream, drawn);
    pairs.add(pair);
    upstream.once('close', () => pairs.delete(pair));
  });

  function join(client: Socket, upstream: Socket, drawn: Fate): Pair {
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on('error', cut);
    }
    let isStalled = false;
    const lateness = {
      latencyMs: drawn.latencyMs ?? 0,
      jitterMs: drawn.jitterMs ?? 0,
      random: createRandom(random() * 2 ** 32),
    };
    pipeSlowly({
      ...lateness,
      from: upstream,
      to: client,
      bytesPerSecond: drawn.bytesPerSecond,
      mayForward(bytes) {
        if (drawn.cutAfterBytes !== undefined && bytes > drawn.cutAfterBytes) {
          if (!client.destroyed) counts.cut++;
          cut();
        }
        if (drawn.stallAfterBytes !== undefined && bytes > drawn.stallAfterBytes && !isStalled) {
          isStalled = true;
          counts.stalled++;
        }
        return !isStalled && !client.destroyed;
      },
    });
    pipeSlowly({ ...lateness, from: client, to: upstream, bytesPerSecond: undefined, mayForward: () => !isStalled });
    return { cut, isSpoilt: drawn.stallAfterBytes !== undefined || drawn.bytesPerSecond !== undefined };
  }

  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    counts,
    retarget(to) {
      upstreamPort = to;
    },
    cutAll() {
      for (const pair of pairs) pair.cut();
    },
    heal() {
      fate = unspoilt;
      for (const pair of pairs) if (pair.isSpoilt) pair.cut();
    },
    async close() {
      server.close();
      for (const pair of pairs) pair.cut();
      await once(server, 'close');
    },
  };
}

interface Pair {
  readonly isSpoilt: boolean;
  cut(): void;
}

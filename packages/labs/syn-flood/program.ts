import { OSError, type Program, print, socket, synPacket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly backlog: number;
  /** Addresses at which nobody is, one for each SYN. */
  readonly ghosts: readonly string[];
}

export function* server({ host, port, backlog }: Arguments): Program {
  const listener = yield* socket(); // [1]
  yield* listener.setTimeout(2100); // [2]
  yield* listener.bind(host, port); // [3]
  yield* listener.listen(backlog); // [4]
  try {
    for (;;) {
      const connection = yield* listener.accept(); // [5]
      yield* connection.sendAll('welcome'); // [6]
      yield* connection.close(); // [7]
    }
  } catch (error) {
    if (!(error instanceof OSError && error.name === 'TimeoutError')) throw error;
  }
  yield* listener.close(); // [8]
}

export function* attacker({ host, port, ghosts }: Arguments): Program {
  const raw = yield* socket('raw'); // [9]
  for (const [index, ghost] of ghosts.entries()) {
    const syn = synPacket({
      source: ghost,
      sourcePort: 20_001 + index,
      destination: host,
      destinationPort: port,
      sequence: 1000 * index,
    });
    yield* raw.sendTo(syn, host, 0); // [10]
  }
  yield* raw.close(); // [11]
}

export function* client({ host, port }: Arguments): Program {
  const s = yield* socket(); // [12]
  yield* s.setTimeout(1300); // [13]
  try {
    yield* s.connect(host, port); // [14]
    yield* s.recv(1024); // [15]
  } catch (error) {
    if (!(error instanceof OSError && error.name === 'TimeoutError')) throw error;
    yield* print('no answer: I give up'); // [16]
  }
  yield* s.close(); // [17]
}

// [2]  So that the run ends: accept() gives up when nobody has come for so long.
// [4]  From here on the kernel answers every SYN by itself, and must remember whom it has answered.
// [5]  Gives out connections whose handshake is done, nothing else.
// [9]  A raw socket: the program writes the IP header itself. Only allowed here because the network is the sandbox's own.
// [10] A SYN whose sender is an address at which nobody is. The kernel asks nothing; off it goes.
// [13] It gives up after 1.3 seconds: by then its kernel has sent a second SYN.

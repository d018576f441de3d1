import { OSError, type Program, print, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly tcpHost: string;
  readonly udpHost: string;
  readonly port: number;
  readonly messages: readonly string[];
  readonly readAfterMs: number;
}

export function* tcpClient({ tcpHost, port, messages }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.setsockopt('TCP_NODELAY', 1); // [2]
  yield* s.connect(tcpHost, port); // [3]
  for (const message of messages) {
    yield* s.sendAll(message); // [4]
  }
  yield* s.close(); // [5]
}

export function* tcpServer({ tcpHost, port, readAfterMs }: Arguments): Program {
  const listener = yield* socket(); // [6]
  yield* listener.bind(tcpHost, port); // [7]
  yield* listener.listen(5); // [8]
  const connection = yield* listener.accept(); // [9]
  yield* sleep(readAfterMs); // [10]
  for (;;) {
    const data = yield* connection.recv(1024); // [11]
    if (data.length === 0) break;
  }
  yield* connection.close(); // [12]
  yield* listener.close(); // [13]
}

export function* udpClient({ udpHost, port, messages }: Arguments): Program {
  const s = yield* socket('datagram'); // [14]
  for (const message of messages) {
    yield* s.sendTo(message, udpHost, port); // [15]
  }
  yield* s.close(); // [16]
}

export function* udpServer({ udpHost, port, readAfterMs }: Arguments): Program {
  const s = yield* socket('datagram'); // [17]
  yield* s.bind(udpHost, port); // [18]
  yield* sleep(readAfterMs); // [19]
  yield* s.setTimeout(700); // [20]
  try {
    for (;;) {
      yield* s.recvFrom(1024); // [21]
    }
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    yield* print(error.name); // [22]
  }
  yield* s.close(); // [23]
}

// [2]  So that no message waits for the one before to be acknowledged: each leaves at once.
// [3]  Three segments, before the first byte.
// [4]  Into a stream. Where one message ends is written down nowhere.
// [5]  The peer will hear of it: FIN.
// [10] On purpose: both servers read late, when all is there.
// [11] Whatever is there, in order, at most 1,024 bytes; empty at the end.
// [15] Each in a datagram of its own, without asking anybody.
// [16] Nobody hears of it.
// [19] As late as the other server.
// [20] There is no end to be seen, so there must be an end to patience.
// [21] One datagram, whichever is next.

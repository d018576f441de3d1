import { killMyself, OSError, type Program, print, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly how: 'close' | 'unread' | 'reset' | 'killed';
  readonly care: 'none' | 'check' | 'try';
  /** Bytes before each answer; none: the answer is what was received. */
  readonly greeting: readonly number[];
}

/** The server’s patience with empty reads. Without it, it would never stop. */
const MOST_EMPTY = 5;

export function* client({ host, port, how }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  yield* s.sendAll('hello'); // [3]
  if (how === 'unread') {
    yield* s.recv(1, 'MSG_PEEK'); // [4]
  } else {
    yield* s.recv(1024); // [5]
  }
  if (how === 'killed') {
    yield* killMyself(); // [6]
  }
  if (how === 'reset') {
    yield* s.setsockopt('SO_LINGER', { on: true, seconds: 0 }); // [7]
  }
  yield* s.close(); // [8]
}

export function* server({ host, port, care, greeting }: Arguments): Program {
  const listener = yield* socket(); // [9]
  yield* listener.bind(host, port); // [10]
  yield* listener.listen(1); // [11]
  const connection = yield* listener.accept(); // [12]
  let empty = 0;
  try {
    while (empty < MOST_EMPTY) {
      const data = yield* connection.recv(1024); // [13]
      if (data.length === 0) {
        if (care !== 'none') break;
        empty++;
      }
      yield* connection.send(Uint8Array.of(...greeting, ...data)); // [14]
    }
  } catch (error) {
    if (care !== 'try' || !(error instanceof OSError)) throw error;
    yield* print(`${error.name}: the client has gone`); // [15]
  }
  yield* connection.close(); // [16]
  yield* print(empty === 0 ? 'ready for the next client' : `${empty} empty reads, and no end`); // [17]
  yield* listener.close(); // [18]
}

// [4]  Waits until the answer has come, and leaves it in the buffer.
// [6]  As by kill -9: not one more line of this program runs.
// [7]  Close without goodbye: what is under way is thrown away, and RST is sent.
// [13] b"": the client has closed. Nothing will ever come again, however often one asks.
// [14] To a client that has gone: the first time it is taken, later it is EPIPE.
// [15] One client’s bad end is not the server’s.

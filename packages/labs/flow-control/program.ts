import { OSError, type Program, type Socket, select, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly sends: number;
  readonly sendBytes: number;
  readonly isBlocking: boolean;
  readonly sendBuffer: number;
  readonly receiveBuffer: number;
  readonly readAfterMs: number;
  readonly recvBytes: number;
}

export function* client({ host, port, sends, sendBytes, isBlocking, sendBuffer }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.setsockopt('SO_SNDBUF', sendBuffer); // [2]
  yield* s.connect(host, port); // [3]
  if (!isBlocking) {
    yield* s.setBlocking(false); // [4]
  }
  for (const letter of 'ABCDEFGHIJKL'.slice(0, sends)) {
    yield* sendAll(s, letter.repeat(sendBytes));
  }
  yield* s.close(); // [5]
}

function* sendAll(s: Socket, text: string): Program {
  let rest = text;
  while (rest.length > 0) {
    try {
      const taken = yield* s.send(rest); // [6]
      rest = rest.slice(taken);
    } catch (error) {
      if (!(error instanceof OSError) || error.name !== 'BlockingIOError') throw error;
      yield* select({ write: [s] }); // [7]
    }
  }
}

export function* server({ host, port, receiveBuffer, readAfterMs, recvBytes }: Arguments): Program {
  const listener = yield* socket(); // [8]
  yield* listener.setsockopt('SO_RCVBUF', receiveBuffer); // [9]
  yield* listener.bind(host, port); // [10]
  yield* listener.listen(1); // [11]
  const connection = yield* listener.accept(); // [12]
  yield* sleep(readAfterMs); // [13]
  while ((yield* connection.recv(recvBytes)).length > 0); // [14]
  yield* connection.close(); // [15]
  yield* listener.close(); // [16]
}

// [2]  How much this kernel keeps until it is acknowledged. Linux doubles the number, and needs half of it for itself.
// [4]  From now on send() does not wait: it takes what fits, or raises BlockingIOError.
// [6]  Into the send buffer, as much as fits. If nothing fits, a blocking send() waits here.
// [7]  Waits until there is room again: the same wait, but for any number of sockets at once.
// [9]  How much the server’s kernel keeps until it is read. What is free of it is the window.
// [13] The reader does something else.
// [14] Takes bytes out of the receive buffer: only this makes room.

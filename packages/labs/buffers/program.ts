import { type Program, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly sends: number;
  readonly sendBytes: number;
  readonly pauseMs: number;
  readonly readAfterMs: number;
  readonly recvBytes: number;
}

export function* client({ host, port, sends, sendBytes, pauseMs }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  for (const letter of 'ABCDEF'.slice(0, sends)) {
    yield* s.send(letter.repeat(sendBytes)); // [3]
    if (pauseMs > 0) {
      yield* sleep(pauseMs); // [4]
    }
  }
  yield* s.close(); // [5]
}

export function* server({ host, port, readAfterMs, recvBytes }: Arguments): Program {
  const listener = yield* socket(); // [6]
  yield* listener.bind(host, port); // [7]
  yield* listener.listen(1); // [8]
  const connection = yield* listener.accept(); // [9]
  if (readAfterMs > 0) {
    yield* sleep(readAfterMs); // [10]
  }
  for (;;) {
    const data = yield* connection.recv(recvBytes); // [11]
    if (data.length === 0) break;
  }
  yield* connection.close(); // [12]
  yield* listener.close(); // [13]
}

// [3]  A copy into the send buffer, behind what is there already. Nothing marks where it began.
// [4]  A rest between two sends. It changes when the bytes go, and promises nothing.
// [10] Meanwhile the bytes gather in this kernel’s receive buffer.
// [11] Takes from the front of the buffer what is there, at most so many bytes; the rest stays.

import { type Program, type Socket, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly rounds: number;
  readonly writes: number;
  readonly writeBytes: number;
  readonly joins: boolean;
  readonly noDelay: boolean;
  readonly quickAck: boolean;
}

export function* client({ host, port, rounds, writes, writeBytes, joins, noDelay }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.setsockopt('TCP_NODELAY', Number(noDelay)); // [2]
  yield* s.connect(host, port); // [3]
  yield* s.recv(1024); // [4]
  for (let round = 0; round < rounds; round++) {
    const parts = Array.from('ABCDEF'.slice(0, writes), (letter) => letter.repeat(writeBytes));
    if (joins) {
      yield* s.sendAll(parts.join('')); // [5]
    } else {
      for (const part of parts) {
        yield* s.sendAll(part); // [6]
      }
    }
    yield* s.recv(1024); // [7]
  }
  yield* s.close(); // [8]
}

export function* server({ host, port, rounds, writes, writeBytes, quickAck }: Arguments): Program {
  const listener = yield* socket(); // [9]
  yield* listener.bind(host, port); // [10]
  yield* listener.listen(1); // [11]
  const connection = yield* listener.accept(); // [12]
  yield* connection.setsockopt('TCP_QUICKACK', Number(quickAck)); // [13]
  yield* connection.sendAll('ready'); // [14]
  for (let round = 0; round < rounds; round++) {
    yield* receive(connection, writes * writeBytes, quickAck);
    yield* connection.sendAll('answer'); // [15]
  }
  yield* connection.recv(1024); // [16]
  yield* connection.close(); // [17]
  yield* listener.close(); // [18]
}

function* receive(connection: Socket, bytes: number, quickAck: boolean): Program {
  let missing = bytes;
  while (missing > 0) {
    if (quickAck) {
      yield* connection.setsockopt('TCP_QUICKACK', 1); // [19]
    }
    const data = yield* connection.recv(missing); // [20]
    if (data.length === 0) return;
    missing -= data.length;
  }
}

// [2]  1: what is written leaves at once. 0: Nagle’s algorithm, as everywhere by default.
// [5]  The real remedy: one message, one write.
// [6]  The first part leaves at once. And the second?
// [7]  Waits for the answer, and the answer waits for all the parts.
// [13] 0: an ACK may wait for company, as everywhere once two programs converse. 1: at once.
// [19] The kernel forgets this wish soon, so a program that has it must repeat it.
// [20] Until the whole message is there.

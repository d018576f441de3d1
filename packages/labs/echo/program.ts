import { type Program, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly message: string;
  readonly rounds: number;
  readonly readAfterMs: number;
  readonly closesFirst: 'client' | 'server';
}

export function* client({ host, port, message, rounds, closesFirst }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  for (let round = 0; round < rounds; round++) {
    yield* s.send(message); // [3]
    yield* s.recv(1024); // [4]
  }
  if (closesFirst === 'server') {
    yield* s.recv(1024); // [5]
  }
  yield* s.close(); // [6]
}

export function* server({ host, port, rounds, readAfterMs, closesFirst }: Arguments): Program {
  const listener = yield* socket(); // [7]
  yield* listener.bind(host, port); // [8]
  yield* listener.listen(5); // [9]
  const connection = yield* listener.accept(); // [10]
  yield* sleep(readAfterMs); // [11]
  for (let round = 0; round < rounds; round++) {
    const data = yield* connection.recv(1024); // [12]
    yield* connection.send(data); // [13]
  }
  if (closesFirst === 'client') {
    yield* connection.recv(1024); // [14]
  }
  yield* connection.close(); // [15]
  yield* listener.close(); // [16]
}

// [1]  One end of a conversation that does not exist yet: only a number of an open file.
// [2]  Waits until the two kernels have agreed. Nobody asks the server’s program.
// [3]  Copies the message into this kernel’s send buffer, and says how many bytes fitted.
// [4]  Waits until something has arrived; then takes what is there, at most 1,024 bytes.
// [5]  Nothing will come but the end: b"" means that the peer has closed.
// [8]  The address and the port by which others find this program.
// [9]  From here on the kernel answers every SYN by itself.
// [10] A new socket for this one client. The listener stays free for the next.
// [11] On purpose: where are the bytes, as long as nobody reads?
// [12] Takes them out of the kernel’s receive buffer.
// [14] b"": the client has closed.
// [16] A real server would go back to accept().

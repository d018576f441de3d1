import { type Program, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly message: string;
  readonly backlog: number;
  readonly acceptAfterMs: number;
  readonly closesFirst: 'client' | 'server';
}

export function* client({ host, port, message, closesFirst }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  yield* s.sendAll(message); // [3]
  if (closesFirst === 'server') {
    yield* s.recv(1024); // [4]
  }
  yield* s.close(); // [5]
}

export function* server({ host, port, backlog, acceptAfterMs, closesFirst }: Arguments): Program {
  const listener = yield* socket(); // [6]
  yield* listener.bind(host, port); // [7]
  yield* listener.listen(backlog); // [8]
  yield* sleep(acceptAfterMs); // [9]
  const connection = yield* listener.accept(); // [10]
  yield* connection.recv(1024); // [11]
  if (closesFirst === 'client') {
    yield* connection.recv(1024); // [12]
  }
  yield* connection.close(); // [13]
  yield* listener.close(); // [14]
}

// [1]  One end of a conversation that does not exist yet: only a number of an open file.
// [2]  Asks the kernel to connect and sleeps until the kernel has done so.
// [3]  Copies the message into the kernel's send buffer. It does not wait for the peer.
// [4]  Nothing will come but the end: an empty answer means that the peer has closed.
// [5]  Nothing more to send: the kernel sends FIN.
// [8]  From here on the kernel answers every SYN by itself.
// [9]  On purpose: who completes the handshake while the program sleeps?
// [10] Takes a connection out of the accept queue. It was complete before.
// [12] An empty answer: the client has closed.
// [13] Now the other direction closes too.

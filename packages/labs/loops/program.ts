import { type Program, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly clients: number;
  readonly messages: number;
  readonly thinkMs: number;
  readonly backlog: number;
  readonly loops: 'both' | 'messages' | 'none';
}

export function* client({ host, port, messages, thinkMs }: Arguments, number: number): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  for (let count = 1; count <= messages; count++) {
    yield* s.sendAll(`client ${number}, message ${count}`); // [3]
    const answer = yield* s.recv(1024); // [4]
    if (answer.length === 0) break;
    yield* sleep(thinkMs); // [5]
  }
  yield* s.close(); // [6]
}

export const client1 = (given: Arguments): Program => client(given, 1);
export const client2 = (given: Arguments): Program => client({ ...given, messages: 1 }, 2);
export const client3 = (given: Arguments): Program => client({ ...given, messages: 1 }, 3);

export function* server({ host, port, clients, backlog, loops }: Arguments): Program {
  const listener = yield* socket(); // [7]
  yield* listener.bind(host, port); // [8]
  yield* listener.listen(backlog); // [9]
  const turns = loops === 'both' ? clients : 1;
  for (let turn = 0; turn < turns; turn++) {
    const connection = yield* listener.accept(); // [10]
    for (;;) {
      const data = yield* connection.recv(1024); // [11]
      if (data.length === 0) break;
      yield* connection.sendAll(data); // [12]
      if (loops === 'none') break;
    }
    yield* connection.close(); // [13]
  }
  yield* listener.close(); // [14]
}

// [2]  Returns when the two kernels agree. It does not ask what the server’s program is doing.
// [4]  Here the second client waits, as long as the first is being served.
// [5]  The user reads the answer and thinks. The server waits for this user, and for nobody else.
// [10] The connection loop: the next client, when the last one has gone.
// [11] The message loop: the next message of the same client.
// [13] Only now may the next one come in.
// [14] A real server never gets here. Whoever still waits in the queue is reset.

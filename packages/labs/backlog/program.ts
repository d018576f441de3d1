import { OSError, type Program, print, type Socket, select, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly backlog: number;
  readonly clients: number;
  readonly acceptAfterMs: number;
}

export function* server({ host, port, backlog, clients, acceptAfterMs }: Arguments): Program {
  const listener = yield* socket(); // [1]
  yield* listener.bind(host, port); // [2]
  yield* listener.listen(backlog); // [3]
  yield* sleep(acceptAfterMs); // [4]
  for (let taken = 0; taken < clients; taken++) {
    const connection = yield* listener.accept(); // [5]
    yield* connection.close(); // [6]
  }
  yield* listener.close(); // [7]
}

export function* client({ host, port, clients }: Arguments): Program {
  let open: Socket[] = [];
  for (let number = 1; number <= clients; number++) {
    const s = yield* socket(); // [8]
    open.push(s);
    yield* s.setBlocking(false); // [9]
    try {
      yield* s.connect(host, port); // [10]
    } catch (error) {
      if (!(error instanceof OSError && error.name === 'BlockingIOError')) throw error;
    }
    const ready = yield* select({ write: [s], timeoutMs: 250 }); // [11]
    if (ready.length === 0) {
      yield* print(`client ${number}: no answer`); // [12]
    }
  }
  while (open.length > 0) {
    const ready = yield* select({ read: open }); // [13]
    const isDone = (s: Socket) => ready.some(({ fd }) => fd === s.fd);
    for (const s of open.filter(isDone)) {
      yield* s.close(); // [14]
    }
    open = open.filter((s) => !isDone(s));
  }
}

// [3]  How many finished connections may wait. The kernel will finish handshakes by itself.
// [4]  On purpose: who lets whom in while the program sleeps?
// [5]  Takes the oldest connection out of the accept queue, so that there is room for another one.
// [6]  Served.
// [9]  connect() shall not block: this one program plays all the clients.
// [10] Sends SYN and says “in progress”, by an error: BlockingIOError.
// [11] A socket can be written to as soon as it is connected. Wait for that a quarter of a second.
// [12] Not refused, not connected: nothing has come back.
// [13] Readable: the server has closed this one.

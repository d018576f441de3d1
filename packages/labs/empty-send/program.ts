import { type Program, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly lines: readonly string[];
  readonly care: 'none' | 'skip' | 'newline' | 'time-out';
}

export function* client({ host, port, lines, care }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  if (care === 'time-out') {
    yield* s.setTimeout(500); // [3]
  }
  for (const line of lines) {
    if (care === 'skip' && line === '') continue;
    const message = care === 'newline' ? `${line}\n` : line;
    yield* s.send(message); // [4]
    yield* s.recv(1024); // [5]
  }
  yield* s.close(); // [6]
}

export function* server({ host, port }: Arguments): Program {
  const listener = yield* socket(); // [7]
  yield* listener.bind(host, port); // [8]
  yield* listener.listen(1); // [9]
  const connection = yield* listener.accept(); // [10]
  for (;;) {
    const data = yield* connection.recv(1024); // [11]
    if (data.length === 0) break;
    yield* connection.send(data); // [12]
  }
  yield* connection.close(); // [13]
  yield* listener.close(); // [14]
}

// [3]  From now on a recv() that takes longer raises TimeoutError.
// [4]  What is empty is copied, too: nothing.
// [5]  Waits for the answer to what was sent.
// [11] Waits for bytes. Only bytes, or the end, can wake it.

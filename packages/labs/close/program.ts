import { OSError, type Program, print, type Socket, sleep, socket } from '@lockstep/netlab';
import type { How } from './how.ts';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly how: How;
  readonly closesFirst: 'client' | 'server';
  readonly watchSeconds: number;
}

export function* client({ host, port, closesFirst, ...story }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  yield* s.sendAll('question'); // [3]
  yield* s.recv('answer'.length); // [4]
  yield* closesFirst === 'client' ? goFirst(s, story) : goSecond(s, story);
}

export function* server({ host, port, closesFirst, ...story }: Arguments): Program {
  const listener = yield* socket(); // [5]
  yield* listener.bind(host, port); // [6]
  yield* listener.listen(1); // [7]
  const connection = yield* listener.accept(); // [8]
  yield* listener.close(); // [9]
  yield* connection.recv(1024); // [10]
  yield* connection.sendAll('answer'); // [11]
  yield* closesFirst === 'server' ? goFirst(connection, story) : goSecond(connection, story);
}

type Story = Pick<Arguments, 'how' | 'watchSeconds'>;

function* goFirst(s: Socket, { how }: Story): Program {
  if (how === 'half') {
    yield* s.shutdown('SHUT_WR'); // [12]
    while ((yield* s.recv(1024)).length > 0); // [13]
  } else if (how === 'linger') {
    yield* s.setsockopt('SO_LINGER', { on: true, seconds: 0 }); // [14]
  } else if (how === 'unread') {
    yield* s.recv(1, 'MSG_PEEK'); // [15]
  } else {
    yield* sleep(100); // [16]
  }
  yield* s.close(); // [17]
}

function* goSecond(s: Socket, { how, watchSeconds }: Story): Program {
  if (how === 'unread') {
    yield* s.sendAll('one thing more'); // [18]
  }
  if (how !== 'both') {
    yield* waitForTheEnd(s);
  }
  if (how === 'half') {
    yield* s.sendAll('I am not done: '); // [19]
    yield* sleep(100); // [20]
    yield* s.sendAll('there is more.'); // [21]
  } else if (how === 'four' || how === 'countdown') {
    yield* sleep(100); // [22]
  }
  yield* s.close(); // [23]
  if (how === 'countdown') {
    yield* sleep(watchSeconds * 1000); // [24]
  }
}

function* waitForTheEnd(s: Socket): Program {
  try {
    yield* s.recv(1024); // [25]
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    yield* print(`${error.name}: nothing more will come`); // [26]
  }
}

// [4] Only the answer, not what may come right behind it.
// [9] Nobody else is let in. The connection has a socket of its own and stays.
// [12] FIN goes out, the descriptor stays: one direction is closed, the other is not.
// [13] An empty answer is the end of the other direction.
// [14] Do not linger: close() shall throw the connection away.
// [15] Waits until bytes have come, and leaves them where they are.
// [17] The end of this program's use of the connection. What goes out depends on the story.
// [19] To a peer that will send nothing more. It can still receive.
// [22] Longer than Linux keeps an ACK back in the hope that it can travel with something (40 ms).
// [23] Now this direction closes too.
// [24] Only so that the run goes on: watch the other end's TIME-WAIT.
// [25] Empty: the peer has closed. An error: it has reset.

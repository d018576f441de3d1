import { killMyself, OSError, type Program, print, type Socket, sleep, socket } from '@lockstep/netlab';
import type { Story } from './story.ts';

interface Arguments {
  readonly clientHost: string;
  readonly serverHost: string;
  readonly port: number;
  readonly story: Story;
  readonly closesFirst: 'client' | 'server';
}

export function* client({ clientHost, serverHost, port, story, closesFirst }: Arguments): Program {
  const s = yield* socket(); // [1]
  if (story === 'both-open') {
    yield* s.bind(clientHost, port); // [2]
  }
  if (!(yield* calls(s, serverHost, port))) return;
  yield* closesFirst === 'client' ? goFirst(s, story) : goSecond(s, story);
}

export function* server({ clientHost, serverHost, port, story, closesFirst }: Arguments): Program {
  if (story === 'refused') {
    yield* sleep(300); // [3]
    return;
  }
  const s = yield* socket(); // [4]
  yield* s.bind(serverHost, port); // [5]
  if (story === 'both-open') {
    if (!(yield* calls(s, clientHost, port))) return;
    yield* closesFirst === 'server' ? goFirst(s, story) : goSecond(s, story);
    return;
  }
  yield* s.listen(1); // [6]
  const connection = yield* s.accept(); // [7]
  yield* closesFirst === 'server' ? goFirst(connection, story) : goSecond(connection, story);
  yield* s.close(); // [8]
}

function* calls(s: Socket, host: string, port: number): Program<boolean> {
  try {
    yield* s.connect(host, port); // [9]
    return true;
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    yield* print(error.name); // [10]
    return false;
  }
}

function* goFirst(s: Socket, story: Story): Program {
  yield* sleep(100); // [11]
  if (story === 'killed') {
    yield* killMyself(); // [12]
  } else if (story === 'half') {
    yield* s.shutdown('SHUT_WR'); // [13]
    yield* s.recv(1024); // [14]
  }
  yield* s.close(); // [15]
}

function* goSecond(s: Socket, story: Story): Program {
  if (story !== 'both-close') {
    yield* s.recv(1024); // [16]
    yield* sleep(story === 'half' ? 1500 : 100); // [17]
  }
  yield* s.close(); // [18]
}

// [2] A port of its own choice, known beforehand, so that the other end can call it.
// [3] It is there, but it listens nowhere.
// [6] CLOSED to LISTEN. From here on the kernel answers.
// [9] CLOSED to SYN-SENT. It returns in ESTABLISHED, or with an error.
// [12] No close(), no goodbye: the process is gone. Its kernel is not.
// [13] FIN goes out. The program stays and listens.
// [15] FIN goes out, if it has not yet.
// [16] Empty: the peer’s FIN has come. This end is in CLOSE-WAIT.
// [17] All this time it stays there.
// [18] Only this call takes it out of CLOSE-WAIT.

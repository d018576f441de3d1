import { OSError, type Program, print, sleep, socket } from '@lockstep/netlab';
import { visible } from './bytes.ts';
import { createFramer, type Framing } from './framers.ts';
import { bytesOf, encode, LAST_WORD, type Lie, MESSAGES, type SentFraming } from './messages.ts';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly framing: SentFraming;
  readonly decoder: Framing;
  readonly lie: Lie;
  readonly recvBytes: number;
  readonly readsAfterMs: number;
}

export function* client({ host, port, decoder, recvBytes, readsAfterMs }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  yield* sleep(readsAfterMs); // [3]
  const framer = createFramer(decoder);
  let isLast = false;
  while (!isLast) {
    const data = yield* s.recv(recvBytes); // [4]
    if (data.length === 0) break;
    for (const framed of framer.feed(data)) {
      if (framed.kind === 'refused') {
        yield* s.refused(framed.first, visible(framed.reason)); // [5]
        yield* s.close(); // [6]
        return;
      }
      yield* s.decoded({ ...framed, text: visible(framed.text) }); // [7]
      isLast = framed.text.endsWith(LAST_WORD);
    }
  }
  yield* s.sendAll('ok'); // [8]
  yield* s.close(); // [9]
}

export function* server({ host, port, framing, lie }: Arguments): Program {
  const listener = yield* socket(); // [10]
  yield* listener.bind(host, port); // [11]
  yield* listener.listen(5); // [12]
  const connection = yield* listener.accept(); // [13]
  for (const index of MESSAGES.keys()) {
    yield* connection.sendAll(bytesOf(encode(framing, index, lie))); // [14]
  }
  try {
    yield* connection.recv(1024); // [15]
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    yield* print(error.name); // [16]
  }
  yield* connection.close(); // [17]
  yield* listener.close(); // [18]
}

// [3]  So that all is there when it reads: what it gets is then cut by recv() alone.
// [4]  Any cut will do: a framer keeps what is not a whole message yet.
// [5]  A header that cannot be true. Nobody knows where the next message begins: there is no way to go on.
// [6]  All that can be done.
// [7]  A message is complete, header and all.
// [8]  It has heard the last word.
// [14] The framing is put around the message here; a message of 0 bytes is one as well.
// [15] Waits for the client’s “ok”.
// [16] The client has hung up instead: ConnectionResetError.

import { type Program, print, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly blocks: number;
  readonly delayedAck: boolean;
}

const BLOCK_BYTES = 1000;
const TIMESTAMP_BYTES = 12;

export function* client({ host, port, blocks, delayedAck }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.setsockopt('TCP_MAXSEG', BLOCK_BYTES + TIMESTAMP_BYTES); // [2]
  yield* s.connect(host, port); // [3]
  if (delayedAck) {
    yield* s.recv(16); // [4]
  }
  const letters = Array.from('ABCDEFGHIJKL'.slice(0, blocks));
  yield* s.sendAll(letters.map((letter) => letter.repeat(BLOCK_BYTES)).join('')); // [5]
  yield* s.recv(16); // [6]
  yield* s.close(); // [7]
}

export function* server({ host, port, blocks, delayedAck }: Arguments): Program {
  const listener = yield* socket(); // [8]
  yield* listener.bind(host, port); // [9]
  yield* listener.listen(1); // [10]
  const connection = yield* listener.accept(); // [11]
  if (delayedAck) {
    yield* connection.setsockopt('TCP_QUICKACK', 0); // [12]
    yield* connection.sendAll('ready'); // [13]
  }
  let received = '';
  while (received.length < blocks * BLOCK_BYTES) {
    const data = yield* connection.recv(16_384); // [14]
    if (data.length === 0) break;
    received += String.fromCharCode(...data);
  }
  yield* print(received.replace(/(.)\1*/g, (run, letter) => `${run.length} ${letter} `)); // [15]
  yield* connection.sendAll('got all'); // [16]
  yield* connection.recv(16); // [17]
  yield* connection.close(); // [18]
  yield* listener.close(); // [19]
}

// [2]  Each block travels in a segment of its own: 1,000 bytes of data beside the 12 of TCP’s timestamps.
// [4]  Begins only when the server says so.
// [5]  Copies all blocks into the send buffer. They stay there until their ACK has come: they may be needed again.
// [6]  Waits for the answer. What is repaired meanwhile, the kernel repairs.
// [12] From now on an ACK may wait a little and cover two segments, as in the middle of a long conversation.
// [14] Takes what is there in order. What came after a hole stays in the kernel until the hole is filled.
// [15] What it has read, in the order in which it read it: so many A, so many B, …
// [17] Waits until the client has closed.

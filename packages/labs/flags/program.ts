import { OSError, type Program, print, type Socket, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly rst: 'refused' | 'linger';
  readonly isInline: boolean;
}

const SIZE = 2500;

export function* client({ host, port, rst }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  yield* s.sendAll('x'.repeat(SIZE)); // [3]
  yield* s.recv(1024); // [4]
  yield* s.send('ABC!', 'MSG_OOB'); // [5]
  yield* s.recv(1024); // [6]
  yield* s.close(); // [7]
  const second = yield* socket(); // [8]
  if (rst === 'refused') {
    yield* callNobody(second, host, port + 1);
  } else {
    yield* second.connect(host, port); // [9]
    yield* second.setsockopt('SO_LINGER', { on: true, seconds: 0 }); // [10]
  }
  yield* second.close(); // [11]
}

function* callNobody(s: Socket, host: string, port: number): Program {
  try {
    yield* s.connect(host, port); // [12]
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    yield* print(error.name); // [13]
  }
}

export function* server({ host, port, rst, isInline }: Arguments): Program {
  const listener = yield* socket(); // [14]
  yield* listener.bind(host, port); // [15]
  yield* listener.listen(2); // [16]
  const connection = yield* listener.accept(); // [17]
  if (isInline) {
    yield* connection.setsockopt('SO_OOBINLINE', 1); // [18]
  }
  let size = 0;
  while (size < SIZE) {
    size += (yield* connection.recv(SIZE)).length; // [19]
  }
  yield* connection.sendAll('got it'); // [20]
  yield* connection.recv(1024); // [21]
  if (isInline) {
    yield* connection.recv(1024); // [22]
  } else {
    yield* connection.recv(1, 'MSG_OOB'); // [23]
  }
  yield* connection.sendAll('that too'); // [24]
  yield* connection.recv(1024); // [25]
  yield* connection.close(); // [26]
  if (rst === 'linger') {
    const second = yield* listener.accept(); // [27]
    yield* untilReset(second);
    yield* second.close(); // [28]
  }
  yield* listener.close(); // [29]
}

function* untilReset(s: Socket): Program {
  try {
    yield* s.recv(1024); // [30]
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    yield* print(error.name); // [31]
  }
}

// [2] SYN: its kernel asks. The server's kernel answers with SYN and ACK. Then every segment has ACK.
// [3] More than one segment can carry. Which of them get PSH?
// [5] The last byte of it is to be urgent: URG.
// [7] FIN: nothing more will come from here.
// [10] The next close() shall throw the connection away: RST.
// [12] Nobody listens there. Who will say so?
// [18] Urgent bytes shall stay in the stream, where they were.
// [21] Stops before the urgent byte.
// [22] The urgent byte, in its place in the stream.
// [23] The urgent byte, taken out of turn.
// [25] Empty: FIN has come. The urgent byte is not given a second time.

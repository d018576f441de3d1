import { OSError, type Program, print, sleep, socket } from '@lockstep/netlab';

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly clientHost: string;
  readonly clientPort: number;
  readonly message: string;
  readonly bufferBytes: number;
  readonly asksLength: boolean;
  readonly connects: boolean;
  readonly datagrams: number;
  readonly rcvbuf: number;
  readonly size: number;
}

export function* sendsThree({ host, port, message }: Arguments): Program {
  const s = yield* socket('datagram'); // [1]
  yield* s.sendTo('hello', host, port); // [2]
  yield* s.sendTo('', host, port); // [3]
  yield* s.sendTo(message, host, port); // [4]
  yield* s.close(); // [5]
}

export function* takesThree({ host, port, bufferBytes, asksLength }: Arguments): Program {
  const s = yield* socket('datagram'); // [6]
  yield* s.bind(host, port); // [7]
  yield* sleep(500); // [8]
  for (let i = 0; i < 3; i++) {
    if (asksLength) {
      const { length } = yield* s.recvFrom(bufferBytes, 'MSG_TRUNC'); // [9]
      yield* print(`length ${length}`); // [10]
    } else {
      yield* s.recvFrom(bufferBytes); // [11]
    }
  }
  yield* s.setBlocking(false); // [12]
  try {
    yield* s.recvFrom(bufferBytes); // [13]
  } catch (error) {
    yield* print(nameOf(error)); // [14]
  }
  yield* s.close(); // [15]
}

export function* comesFirst({ host, port, clientHost, clientPort, connects }: Arguments): Program {
  const s = yield* socket('datagram'); // [16]
  yield* s.bind(clientHost, clientPort); // [17]
  if (connects) {
    yield* s.connect(host, port); // [18]
  }
  yield* s.setTimeout(200); // [19]
  for (let attempt = 1; attempt <= 9; attempt++) {
    try {
      if (connects) {
        yield* s.send(`anyone? ${attempt}`); // [20]
      } else {
        yield* s.sendTo(`anyone? ${attempt}`, host, port); // [21]
      }
      yield* s.recvFrom(1024); // [22]
      break;
    } catch (error) {
      yield* print(nameOf(error)); // [23]
    }
    yield* sleep(600); // [24]
  }
  yield* s.close(); // [25]
}

export function* comesLater({ host, port }: Arguments): Program {
  yield* sleep(300); // [26]
  const s = yield* socket('datagram'); // [27]
  yield* s.bind(host, port); // [28]
  const { from } = yield* s.recvFrom(1024); // [29]
  yield* s.sendTo('here I am', from.host, from.port); // [30]
  yield* s.close(); // [31]
}

export function* floods({ host, port, datagrams }: Arguments): Program {
  const s = yield* socket('datagram'); // [32]
  for (let n = 1; n <= datagrams; n++) {
    yield* s.sendTo(`${n}`, host, port); // [33]
  }
  yield* s.close(); // [34]
}

export function* sleepsLong({ host, port, rcvbuf }: Arguments): Program {
  const s = yield* socket('datagram'); // [35]
  yield* s.setsockopt('SO_RCVBUF', rcvbuf); // [36]
  yield* s.getsockopt('SO_RCVBUF'); // [37]
  yield* s.bind(host, port); // [38]
  yield* sleep(800); // [39]
  yield* s.setBlocking(false); // [40]
  try {
    for (;;) yield* s.recvFrom(1024); // [41]
  } catch (error) {
    yield* print(nameOf(error)); // [42]
  }
  yield* s.close(); // [43]
}

export function* sendsOne({ host, port, size }: Arguments): Program {
  const s = yield* socket('datagram'); // [44]
  try {
    yield* s.sendTo('x'.repeat(size), host, port); // [45]
  } catch (error) {
    yield* print(messageOf(error)); // [46]
  }
  yield* s.close(); // [47]
}

export function* takesOne({ host, port }: Arguments): Program {
  const s = yield* socket('datagram'); // [48]
  yield* s.bind(host, port); // [49]
  yield* s.setTimeout(800); // [50]
  try {
    const { bytes } = yield* s.recvFrom(65_535); // [51]
    yield* print(`${bytes.length} bytes at once`); // [52]
  } catch (error) {
    yield* print(nameOf(error)); // [53]
  }
  yield* s.close(); // [54]
}

/** What Python prints for `type(error).__name__`. */
function nameOf(error: unknown): string {
  if (!(error instanceof OSError)) throw error;
  return error.name;
}

function messageOf(error: unknown): string {
  if (!(error instanceof OSError)) throw error;
  return error.message;
}

// [1]  SOCK_DGRAM: no connection, no stream, only single datagrams.
// [2]  One call, one datagram. Nobody has to be asked before.
// [3]  A datagram of no bytes is a datagram: a frame leaves.
// [8]  On purpose: all three wait in the receive queue when it wakes up.
// [9]  With MSG_TRUNC recvfrom tells how long the datagram was, however little it takes of it.
// [11] At most so many bytes of one datagram. What does not fit is thrown away, and nothing says so.
// [13] If anything were left, it would come now.
// [17] A client may choose its port too; then it is known before it has sent anything.
// [18] No frame leaves. The kernel notes the peer, for send() and for the errors that come back.
// [21] Returns as soon as the own kernel has taken it, whoever is there or not.
// [22] An answer, or the end of patience; after connect() also the error that came back.
// [29] The first datagram that finds somebody here.
// [36] Memory for what waits; Linux takes twice the number, for its own bookkeeping.
// [39] Long enough for all to arrive.
// [41] What has been kept, one by one, until nothing is left.
// [45] sendto(2): EMSGSIZE when it is more than a datagram can hold.
// [51] Fragments are put together by the kernel: the program never sees one.

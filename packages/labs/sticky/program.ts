import { type Program, sleep, socket } from '@lockstep/netlab';
import { answerTo, COMMANDS, message, textOf } from './answers.ts';
import type { Setting } from './setting.ts';

interface Arguments extends Setting {
  readonly host: string;
  readonly port: number;
}

/** One command, one recv(): what comes is taken for the answer. */
export function* asks({ host, port, recvBytes, readsAfterMs }: Arguments): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host, port); // [2]
  let first = 0;
  for (const [index, command] of COMMANDS.entries()) {
    yield* s.sendAll(command); // [3]
    if (readsAfterMs > 0) yield* sleep(readsAfterMs); // [4]
    const answer = yield* s.recv(recvBytes); // [5]
    yield* s.decoded({ number: index + 1, first, length: answer.length, text: command }); // [6]
    first += answer.length;
  }
  yield* s.close(); // [7]
}

export function* answers({ host, port, listBytes, betweenMs, noDelay }: Arguments): Program {
  const listener = yield* socket(); // [8]
  yield* listener.bind(host, port); // [9]
  yield* listener.listen(5); // [10]
  const connection = yield* listener.accept(); // [11]
  if (noDelay) yield* connection.setsockopt('TCP_NODELAY', 1); // [12]
  for (;;) {
    const command = yield* connection.recv(1024); // [13]
    if (command.length === 0) break;
    const answer = answerTo(textOf(command), listBytes);
    yield* connection.sendAll(answer); // [14]
    if (betweenMs > 0) yield* sleep(betweenMs); // [15]
  }
  yield* connection.close(); // [16]
  yield* listener.close(); // [17]
}

/** Takes what each recv() gives for one message. */
export function* reads({ host, port, recvBytes, readsAfterMs }: Arguments): Program {
  const s = yield* socket(); // [18]
  yield* s.connect(host, port); // [19]
  if (readsAfterMs > 0) yield* sleep(readsAfterMs); // [20]
  let first = 0;
  for (let number = 1; ; number++) {
    const data = yield* s.recv(recvBytes); // [21]
    if (data.length === 0) break;
    yield* s.decoded({ number, first, length: data.length, text: textOf(data) }); // [22]
    first += data.length;
  }
  yield* s.close(); // [23]
}

export function* tells({ host, port, messages, messageBytes, betweenMs, noDelay }: Arguments): Program {
  const listener = yield* socket(); // [24]
  yield* listener.bind(host, port); // [25]
  yield* listener.listen(5); // [26]
  const connection = yield* listener.accept(); // [27]
  if (noDelay) yield* connection.setsockopt('TCP_NODELAY', 1); // [28]
  for (let number = 1; number <= messages; number++) {
    yield* connection.sendAll(message(number, messageBytes)); // [29]
    if (betweenMs > 0) yield* sleep(betweenMs); // [30]
  }
  yield* connection.close(); // [31]
  yield* listener.close(); // [32]
}

// [3]  The question. Both ends are meant to know where it ends.
// [4]  The person at the keyboard looks at the screen for a while.
// [5]  At most so many bytes, of whatever is there by now. Nothing says where an answer ends.
// [6]  The mistake: what one recv() gave is taken for the answer to this command.
// [12] The folk remedy “switch Nagle off”.
// [14] sendall() puts the bytes behind those that are still on their way.
// [15] The folk remedy “sleep between sends”.
// [20] The reader has something else to do first.
// [21] Empty only when the other end has closed.
// [22] The mistake again: one recv(), one message.
// [29] Back to back: the second call does not wait until the first message has been read.

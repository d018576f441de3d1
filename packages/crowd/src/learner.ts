// A learner without a browser. socket.io-client costs too much to have a thousand of; of its protocol a learner needs
// six kinds of packets. https://github.com/socketio/engine.io-protocol, https://github.com/socketio/socket.io-protocol
import { WebSocket } from 'ws';

export interface LearnerOptions {
  readonly port: number;
  /** A page of which host we are; by default the one we connect to. */
  readonly origin?: string;
  /** Our own address, e.g. 127.0.0.7: all of 127.0.0.0/8 is this machine. */
  readonly localAddress?: string;
  readonly auth?: object;
  /** The server's answer to our hello. */
  onHello?(data: Readonly<Record<string, string>>): void;
  onEvent(name: string, ...payload: readonly unknown[]): void;
  /** Gets each event as it came, instead of `onEvent`: for crowds that are too large to parse everything. */
  readonly onPacket?: (packet: Buffer) => void;
}

export interface Learner {
  /** Settles when the connection is gone, whoever ended it. */
  readonly gone: Promise<void>;
  /** Sends a message and waits for its answer. Rejects when the connection ends before. */
  ask(name: string, request: unknown): Promise<unknown>;
  /** Sends a message that is not answered. */
  tell(name: string, request: unknown): void;
  /** Reads nothing any more. */
  stopReading(): void;
  close(): void;
}

const EVENT = '42';
const ACK = '43';

/** Rejects when the connection is refused, or ends before the server says hello. */
export function connectLearner(options: LearnerOptions): Promise<Learner> {
  const host = `127.0.0.1:${options.port}`;
  const socket = new WebSocket(`ws://${host}/socket.io/?EIO=4&transport=websocket`, {
    origin: options.origin ?? `http://${host}`,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    ...(options.localAddress !== undefined && { localAddress: options.localAddress }),
  });
  const answers = new Map<string, { settle(answer: unknown): void; fail(error: Error): void }>();
  let asked = 0;
  let patience: NodeJS.Timeout | undefined;
  let patienceMs = 60_000;

  /** The server pings now and then; when it does not, the line is dead although nobody said so. */
  function hear(): void {
    if (patience) patience.refresh();
    else patience = setTimeout(() => socket.terminate(), patienceMs);
  }

  const gone = new Promise<void>((resolve) => {
    socket.once('close', () => {
      clearTimeout(patience);
      for (const answer of answers.values()) answer.fail(new Error('the connection is gone'));
      resolve();
    });
  });

  const learner: Learner = {
    gone,
    ask(name, request) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('the connection is gone'));
      const id = String(asked++);
      socket.send(`${EVENT}${id}${JSON.stringify([name, request])}`);
      return new Promise((settle, fail) => answers.set(id, { settle, fail }));
    },
    tell: (name, request) => socket.send(`${EVENT}${JSON.stringify([name, request])}`),
    stopReading: () => socket.pause(),
    close: () => socket.terminate(),
  };

  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    void gone.then(() => reject(new Error('the connection is gone')));
    hear();
    socket.on('message', (data: Buffer) => {
      hear();
      if (options.onPacket && data[0] === 0x34 && data[1] === 0x32) return options.onPacket(data);
      const packet = data.toString();
      switch (packet[0]) {
        case '0': {
          const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1)) as Record<string, number>;
          clearTimeout(patience);
          patience = undefined;
          patienceMs = (pingInterval as number) + (pingTimeout as number);
          hear();
          socket.send(`40${options.auth ? JSON.stringify(options.auth) : ''}`);
          break;
        }
        case '2':
          socket.send('3');
          break;
        case '4':
          if (packet.startsWith('40')) {
            options.onHello?.(JSON.parse(packet.slice(2) || '{}') as Record<string, string>);
            resolve(learner);
          } else if (packet.startsWith(EVENT))
            options.onEvent(...(JSON.parse(packet.slice(2)) as [string, ...unknown[]]));
          else if (packet.startsWith(ACK)) takeAnswer(packet);
          else socket.terminate();
      }
    });
  });

  function takeAnswer(packet: string): void {
    const start = packet.indexOf('[');
    const id = packet.slice(ACK.length, start);
    answers.get(id)?.settle((JSON.parse(packet.slice(start)) as unknown[])[0]);
    answers.delete(id);
  }
}

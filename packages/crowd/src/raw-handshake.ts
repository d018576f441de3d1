// A handshake as somebody would send it who holds to no rule: each header and each first packet by hand.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

export interface RawHandshake {
  readonly method?: string;
  readonly path: string;
  /** Undefined leaves a header out that is otherwise sent. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What is sent as soon as the websocket is open. */
  readonly packets?: readonly string[];
}

/** What came of it: `in` means that the server took us for a client whose messages it hears. */
export interface RawOutcome {
  readonly outcome: 'in' | 'refused';
  /** The last that the server said. */
  readonly said: string;
}

const UPGRADE = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'bG9ja3N0ZXAgaXMgb3Blbg==',
} as const;

const TEXT = 1;
const CLOSE = 8;

/** Settles when we are let in, or are refused, or the connection ends. */
export function shakeHands(port: number, handshake: RawHandshake): Promise<RawOutcome> {
  const { method = 'GET', path, headers, packets = ['40'] } = handshake;
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    let isOpen = false;
    let said = '';
    const settle = (outcome: RawOutcome['outcome']) => {
      resolve({ outcome, said });
      socket.destroy();
    };

    socket.on('connect', () => socket.write(requestOf(method, path, headers)));
    socket.on('error', () => settle('refused'));
    socket.on('close', () => settle('refused'));
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (!isOpen && !takeAnswer()) return;
      for (let packet = takePacket(); packet !== undefined; packet = takePacket()) hear(packet);
    });

    function takeAnswer(): boolean {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return false;
      said = received.subarray(0, end).toString();
      const body = received.subarray(end + 4);
      if (said.startsWith('HTTP/1.1 101')) {
        isOpen = true;
        received = body;
        for (const packet of packets) socket.write(frameOf(packet));
        return true;
      }
      // By polling, the hello is the body.
      if (!said.startsWith('HTTP/1.1 200')) settle('refused');
      else if (body.includes('"sid"')) settle('in');
      return false;
    }

    function takePacket(): string | undefined {
      const short = (received[1] ?? 0) & 0x7f;
      const [start, length] = short === 126 ? [4, received.length < 4 ? 0 : received.readUInt16BE(2)] : [2, short];
      if (received.length < start || received.length < start + length) return undefined;
      const opcode = (received[0] ?? 0) & 0x0f;
      const packet = received.subarray(start, start + length).toString();
      received = received.subarray(start + length);
      if (opcode === CLOSE) settle('refused');
      return opcode === TEXT ? packet : '';
    }

    function hear(packet: string): void {
      if (packet !== '') said = packet;
      if (packet.startsWith('40') || packet === '3probe') settle('in');
      if (packet.startsWith('44')) settle('refused');
    }
  });
}

function requestOf(method: string, path: string, headers: RawHandshake['headers']): string {
  const lines = Object.entries({ ...UPGRADE, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
}

/** One masked text frame, as RFC 6455 asks of clients. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index & 3] as number));
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 0x1_0000 ? 4 : 10);
  head[0] = 0x81;
  if (payload.length < 126) head[1] = 0x80 | payload.length;
  else if (payload.length < 0x1_0000) {
    head[1] = 0x80 | 126;
    head.writeUInt16BE(payload.length, 2);
  } else {
    head[1] = 0x80 | 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, mask, masked]);
}

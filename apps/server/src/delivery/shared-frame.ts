// A frame as it goes over the wire, made once for all who are sent it: the text of socket.io's packet and, since each
// copy of that in a websocket frame would be memory of its own, the websocket frame too. Many who do not read then wait
// for the same bytes. socket.io does so for rooms (socket.io-adapter, `wsPreEncodedFrame`), but in two buffers, header
// and payload, which costs a second write to each stream.
import type { Frame } from '@lockstep/lab';
import type { Socket } from 'socket.io';
import { WebSocket } from 'ws';
import { eventPacket } from './event-packet.ts';

interface Encoded {
  readonly packet: string;
  readonly wsPreEncodedFrame: readonly Buffer[];
}

/** What the types of `ws` leave out: a frame of RFC 6455, header and payload. */
const { Sender } = WebSocket as unknown as {
  Sender: { frame(data: Buffer, options: object): readonly Buffer[] };
};
/** One whole text message, unmasked as all that a server sends. */
const WHOLE_TEXT = { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true };

const encodings = new WeakMap<Frame, Encoded>();

/** Sends a frame that others are perhaps sent as well. */
export function writeShared({ conn }: Pick<Socket, 'conn'>, frame: Frame): void {
  const { packet, ...options } = encodingOf(frame);
  const write = conn.write.bind(conn) as unknown as (packet: string, options: object) => void;
  write(packet, options);
}

function encodingOf(frame: Frame): Encoded {
  const known = encodings.get(frame);
  if (known) return known;
  const packet = eventPacket('frame', JSON.stringify(frame));
  // In a message of engine.io (its protocol, version 4).
  const encoded = {
    packet,
    wsPreEncodedFrame: [Buffer.concat(Sender.frame(Buffer.from(`4${packet}`), WHOLE_TEXT))],
  };
  encodings.set(frame, encoded);
  return encoded;
}

// /proc/net/udp: one line a socket, written as /proc/net/tcp is. Its queue is memory as the kernel counts it, with its
// own bookkeeping, not the bytes of the datagrams.

export interface UdpRow {
  readonly localPort: number;
  /** Memory of the datagrams that wait to be received, in bytes, bookkeeping included. */
  readonly receiveBytes: number;
  readonly sendBytes: number;
  /** Datagrams for which there was no room, since the socket was made. */
  readonly drops: number;
}

const LINE =
  /^\s*\d+: [0-9A-F]{8}:([0-9A-F]{4}) [0-9A-F]{8}:[0-9A-F]{4} [0-9A-F]{2} ([0-9A-F]{8}):([0-9A-F]{8}) .* (\d+)\s*$/;

export function parseUdpTable(text: string): readonly UdpRow[] {
  return text.split('\n').flatMap((line) => {
    const match = LINE.exec(line);
    if (!match) return [];
    const [localPort = '', sendBytes = '', receiveBytes = '', drops = ''] = match.slice(1);
    return [
      {
        localPort: Number.parseInt(localPort, 16),
        sendBytes: Number.parseInt(sendBytes, 16),
        receiveBytes: Number.parseInt(receiveBytes, 16),
        drops: Number(drops),
      },
    ];
  });
}

/** An event of socket.io's default namespace as its protocol (version 5) writes it, for what was made JSON already. */
export function eventPacket(event: 'frame' | 'class', json: string): string {
  return `2["${event}",${json}]`;
}

import { networkActors, networkName, type Text } from '@lockstep/lab';
import type { Actor } from '@lockstep/trace';

/** Two conversations beside each other; the same words go through both. */
export const TRANSPORTS = ['tcp', 'udp'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Client and server of one of them, as their hosts are called. */
export const PAIRS = {
  tcp: ['tcp-client', 'tcp-server'],
  udp: ['udp-client', 'udp-server'],
} as const;

export function actors(): readonly Actor[] {
  return networkActors([
    { name: 'tcp-client', program: 'tcpClient' },
    { name: 'tcp-server', program: 'tcpServer' },
    { name: 'udp-client', program: 'udpClient' },
    { name: 'udp-server', program: 'udpServer' },
  ]);
}

export function actorName(actor: string): Text {
  const [, transport, role, kernel] = /^(tcp|udp)-(client|server)(\.kernel)?$/.exec(actor) ?? [];
  if (transport === undefined) return networkName(actor);
  const name = `${transport.toUpperCase()} ${role}`;
  const zh = `${transport.toUpperCase()} ${role === 'client' ? '客户端' : '服务器'}`;
  return kernel ? { en: `the ${name}’s kernel`, zh: `${zh}内核` } : { en: `the ${name}`, zh: `${zh}程序` };
}

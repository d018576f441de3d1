import { networkScenario } from '@lockstep/netlab';
import { cableRules } from './cable-rules.ts';
import { messagesOf } from './messages.ts';

export default networkScenario({
  hosts: [
    { name: 'tcp-client', program: 'tcpClient' },
    { name: 'tcp-server', program: 'tcpServer', first: true },
    { name: 'udp-client', program: 'udpClient' },
    { name: 'udp-server', program: 'udpServer', first: true },
  ],
  rules: cableRules,
  arguments: (knobs, network) => ({
    tcpHost: network.address('tcp-server'),
    udpHost: network.address('udp-server'),
    port: network.port,
    messages: messagesOf(knobs),
    readAfterMs: knobs['readAfterMs'],
  }),
});

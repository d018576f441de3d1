import { networkScenario } from '@lockstep/netlab';
import { cableRules } from './cable-rules.ts';
import { messagesOf } from './messages.ts';

export default networkScenario({
  hosts: [
    { name: 'tcp-client', program: 'tcpClient', cable: 'tcp' },
    { name: 'tcp-server', program: 'tcpServer', cable: 'tcp', first: true },
    { name: 'udp-client', program: 'udpClient', cable: 'udp' },
    { name: 'udp-server', program: 'udpServer', cable: 'udp', first: true },
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

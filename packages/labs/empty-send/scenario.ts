import { networkScenario } from '@lockstep/netlab';
import { linesOf } from './lines.ts';

export default networkScenario({
  hosts: [
    { name: 'client', program: 'client' },
    { name: 'server', program: 'server', first: true },
  ],
  quickAck: true,
  stuckMs: 1000,
  arguments: (knobs, network) => ({
    lines: linesOf(knobs),
    care: knobs['care'],
    host: network.address('server'),
    port: network.port,
  }),
});

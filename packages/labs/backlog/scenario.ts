import { networkScenario } from '@lockstep/netlab';

export default networkScenario({
  hosts: [
    { name: 'server', program: 'server', first: true },
    { name: 'client', program: 'client' },
  ],
  watch: { counters: ['TcpExt.ListenOverflows', 'TcpExt.ListenDrops'] },
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
});

import { networkScenario } from '@lockstep/netlab';

export default networkScenario({
  hosts: [
    { name: 'client', program: 'client' },
    { name: 'server', program: 'server', first: true },
  ],
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
});

import { networkScenario } from '@lockstep/netlab';
import { clientsOf } from './cast.ts';

export default networkScenario({
  hosts: (knobs) => [
    ...clientsOf(knobs).map((name, index, names) => {
      const before = names[index - 1];
      return { name, program: name, ...(before !== undefined && { after: before }) };
    }),
    { name: 'server', program: 'server', first: true },
  ],
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
});

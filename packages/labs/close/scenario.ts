import { networkScenario } from '@lockstep/netlab';
import { howOf } from './how.ts';

/** The FIN of the one that does not wait to be asked stays on the cable until the other's has arrived. */
const CROSSING = { client: 'hold server FIN until client FIN 1', server: 'hold client FIN until server FIN 1' };

export default networkScenario({
  hosts: [
    { name: 'server', program: 'server', first: true },
    { name: 'client', program: 'client' },
  ],
  watch: { timers: true },
  rules: (knobs) => (howOf(knobs) === 'both' ? CROSSING[knobs['closesFirst'] as keyof typeof CROSSING] : ''),
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
});

import { networkScenario } from '@lockstep/netlab';
import { settingOf } from './setting.ts';

/** Both ends waiting for each other are let wait for so long. */
const STUCK_MS = 600;

export default networkScenario({
  hosts: [
    { name: 'client', program: 'client' },
    { name: 'server', program: 'server', first: true },
  ],
  stuckMs: STUCK_MS,
  arguments: (knobs, network) => ({
    ...knobs,
    ...settingOf(knobs),
    host: network.address('server'),
    port: network.port,
  }),
});

import { networkScenario } from '@lockstep/netlab';

/** What is sent again would only hide what is held back. */
const sysctls = { 'net/ipv4/tcp_early_retrans': 0 };

export default networkScenario({
  hosts: [
    { name: 'client', program: 'client', sysctls },
    { name: 'server', program: 'server', first: true, sysctls },
  ],
  rules: ({ delayMs }) => (Number(delayMs) > 0 ? `delay ${Number(delayMs)} ms` : ''),
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
});

import { networkScenario } from '@lockstep/netlab';

export default networkScenario({
  hosts: ({ pushIsLate }) => [
    { name: 'server', program: 'server', first: true },
    // What is late is not to be sent again so soon (tail loss probe, RFC 8985 §7).
    { name: 'client', program: 'client', ...(pushIsLate === true && { sysctls: { 'net/ipv4/tcp_early_retrans': 0 } }) },
  ],
  // 2,500 bytes are two segments that leave as one burst; the kernel sets PSH on the last of a burst.
  rules: ({ pushIsLate }) => (pushIsLate === true ? 'delay client data 2 150 ms' : ''),
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
});

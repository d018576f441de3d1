import { networkScenario } from '@lockstep/netlab';

/** What holds the sender back shall be the window only, and what is sent again only what was asked for. */
const sysctls = { 'net/ipv4/tcp_congestion_control': 'reno', 'net/ipv4/tcp_early_retrans': 0 };

export default networkScenario({
  hosts: [
    { name: 'client', program: 'client', sysctls },
    { name: 'server', program: 'server', first: true, sysctls },
  ],
  watch: { timers: true },
  arguments: (knobs, network) => ({
    ...knobs,
    isBlocking: knobs['waits'] !== 'never',
    host: network.address('server'),
    port: network.port,
  }),
});

import { networkScenario } from '@lockstep/netlab';
import { rulesOf } from './story.ts';

/** Of tcp_early_retrans in ip-sysctl: 3 probes a lost tail, 0 waits for the time-out. */
const PROBES = 3;

export default networkScenario({
  hosts: ({ tailProbe }) => {
    const sysctls = {
      // The same on every machine; each kernel has this one.
      'net/ipv4/tcp_congestion_control': 'reno',
      'net/ipv4/tcp_early_retrans': tailProbe === true ? PROBES : 0,
    };
    return [
      { name: 'client', program: 'client', sysctls },
      { name: 'server', program: 'server', first: true, sysctls },
    ];
  },
  rules: rulesOf,
  watch: {
    counters: ['TcpExt.TCPFastRetrans', 'TcpExt.TCPTimeouts', 'TcpExt.TCPLossProbes', 'TcpExt.TCPDSACKRecv'],
    tcpInfo: true,
    timers: true,
  },
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
});

import { networkScenario } from '@lockstep/netlab';
import type { KnobValues } from '@lockstep/trace';

/** Addresses of the sandbox's network at which nobody is; frames for them end at the attacker's port. */
function ghostsOf(knobs: KnobValues): readonly string[] {
  return Array.from({ length: Number(knobs['syns']) }, (_, index) => `10.0.0.${101 + index}`);
}

export default networkScenario({
  hosts: (knobs) => [
    {
      name: 'server',
      program: 'server',
      first: true,
      sysctls: {
        'net/ipv4/tcp_syncookies': knobs['cookies'] === true ? 1 : 0,
        'net/ipv4/tcp_max_syn_backlog': 8,
        // Else the kernel keeps a place for those whom it remembers.
        'net/ipv4/tcp_no_metrics_save': 1,
      },
    },
    { name: 'client', program: 'client', after: 'attacker' },
    { name: 'attacker', program: 'attacker', ghosts: ghostsOf(knobs) },
  ],
  watch: {
    counters: [
      'TcpExt.ListenDrops',
      'TcpExt.TCPReqQFullDrop',
      'TcpExt.TCPReqQFullDoCookies',
      'TcpExt.SyncookiesSent',
      'TcpExt.SyncookiesRecv',
    ],
  },
  arguments(knobs, network) {
    if (network.lane !== 'A') throw new Error('a flood runs in a network of its own or not at all');
    return { ...knobs, host: network.address('server'), port: network.port, ghosts: ghostsOf(knobs) };
  },
});

import { type HostOptions, networkScenario } from '@lockstep/netlab';
import type { KnobValues } from '@lockstep/trace';
import { storyOf } from './story.ts';

/** Where nobody listens, or both call, nobody comes first. */
function hostsOf(knobs: KnobValues): readonly HostOptions[] {
  const listens = storyOf(knobs) !== 'refused' && storyOf(knobs) !== 'both-open';
  return [
    { name: 'server', program: 'server', first: listens },
    { name: 'client', program: 'client' },
  ];
}

/** Segments that leave at once stay on the cable until the other's has arrived; by hand the learner does it. */
function rulesOf(knobs: KnobValues): string {
  const [first, second] = knobs['closesFirst'] === 'server' ? ['server', 'client'] : ['client', 'server'];
  switch (storyOf(knobs)) {
    case 'both-open':
      return 'hold client SYN until server SYN 1; delay server SYN 1 300 ms';
    case 'both-close':
      return `hold ${second} FIN until ${first} FIN 1`;
    case 'orderly':
    case 'half':
    case 'killed':
    case 'refused':
      return '';
  }
}

export default networkScenario({
  hosts: hostsOf,
  watch: { timers: true },
  rules: (knobs, mode) => (mode === 'stepped' ? '' : rulesOf(knobs)),
  arguments: (knobs, network) => ({
    ...knobs,
    clientHost: network.address('client'),
    serverHost: network.address('server'),
    port: network.port,
  }),
});

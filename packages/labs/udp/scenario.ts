import { networkScenario } from '@lockstep/netlab';
import { PROGRAMS, storyOf } from './story.ts';

const CLIENT_PORT = 7000;

export default networkScenario({
  hosts(knobs) {
    const story = storyOf(knobs);
    const { client, server } = PROGRAMS[story];
    const isServerFirst = story !== 'first';
    return [
      { name: 'client', program: client, first: !isServerFirst },
      { name: 'server', program: server, first: isServerFirst },
    ];
  },
  watch: { counters: ['Udp.NoPorts', 'Udp.RcvbufErrors', 'Ip.ReasmOKs'] },
  arguments: (knobs, network) => ({
    ...knobs,
    host: network.address('server'),
    port: network.port,
    clientHost: network.address('client'),
    clientPort: CLIENT_PORT,
    size: Number(knobs['size']),
  }),
});

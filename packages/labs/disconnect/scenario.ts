import { networkScenario } from '@lockstep/netlab';

const GREETINGS: Readonly<Record<string, string>> = { echo: '', greeting: 'you said: ' };

export default networkScenario({
  hosts: [
    { name: 'client', program: 'client' },
    { name: 'server', program: 'server', first: true },
  ],
  arguments: (knobs, network) => ({
    how: knobs['how'],
    care: knobs['care'],
    greeting: [...Buffer.from(GREETINGS[String(knobs['answer'])] ?? '')],
    host: network.address('server'),
    port: network.port,
  }),
});

import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'backlog',
  track: 'B',
  place: 5,
  title: { en: 'The listen backlog', zh: 'listen 的 backlog' },
  summary: {
    en: 'A server listens and does not accept. Who gets in all the same, what the next one hears, and for how long it hears nothing.',
    zh: '服务器监听，却不 accept。谁照样连得上，下一个会听到什么，又要等多久才听到。',
  },
  caption: { en: 'Two queues before accept()', zh: 'accept() 之前的两个队列' },
  sign: 'queue',
  modes: ['free'],
  needs: ({ knobs: values }) => (values['rules'] === '' ? 'network' : 'cable'),
  knobs,
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
  sentence,
};

export default lab;

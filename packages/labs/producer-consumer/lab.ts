import type { Lab } from '@lockstep/lab';
import { actorsOf, nameOf } from './cast.ts';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { POISONED_EARLY } from './schedules.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'producer-consumer',
  track: 'D',
  place: 15,
  title: { en: 'Producers and consumers', zh: '生产者与消费者' },
  summary: {
    en: 'Two bake, two eat, one shelf between them. The hard part is not the shelf but how to tell the eaters that the day is over.',
    zh: '两个人做，两个人吃，中间一个架子。难的不是架子，而是怎样告诉吃的人今天收工了。',
  },
  caption: { en: 'The queue, and the threads at both its ends', zh: '队列，和它两端的线程' },
  sign: 'queue',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: actorsOf,
  actorName: nameOf,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: POISONED_EARLY },
    { mode: 'free', knobs: { ending: 'main-pills' } },
    { mode: 'batch' },
    { mode: 'search', knobs: { ending: 'main-pills' } },
  ],
  sentence,
};

export default lab;

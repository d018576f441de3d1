import type { Lab } from '@lockstep/lab';
import { actorsOf, nameOf } from './cast.ts';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { FULL_THEN_EMPTY } from './schedules.ts';
import { sentence } from './sentence.ts';
import { storyOf } from './story.ts';

const lab: Lab = {
  id: 'queue-api',
  track: 'D',
  place: 13,
  title: { en: 'What a queue promises', zh: '队列的承诺' },
  summary: {
    en: 'Six places. Waiting, not waiting, waiting a little; first, last or smallest first; and why asking empty() is no use.',
    zh: '六个位置。等、不等、等一会儿；先进、后进还是最小的先出；以及为什么问 empty() 没有用。',
  },
  caption: { en: 'A queue, and who waits for it', zh: '队列，和等待它的线程' },
  sign: 'queue',
  modes: ['stepped', 'search', 'batch', 'free'],
  needs: ({ mode, knobs: values }) => (storyOf(values, mode) === 'capacity' ? 'python' : undefined),
  knobs,
  actors: actorsOf,
  actorName: nameOf,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'stepped', schedule: FULL_THEN_EMPTY }, { mode: 'search' }, { mode: 'batch' }, { mode: 'free' }],
  sentence,
};

export default lab;

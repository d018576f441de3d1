import { type Lab, threadActors, threadName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'race',
  track: 'E',
  place: 3,
  title: { en: 'Lost update', zh: '丢失更新' },
  summary: {
    en: 'Two threads change one number. Schedule them by hand and lose an update on real threads, every time.',
    zh: '两个线程改同一个数。由你来调度，在真实线程上每次都能丢掉一次更新。',
  },
  caption: { en: 'Two threads, one variable between them', zh: '两个线程，中间一个变量' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: () => threadActors({ threads: 2, program: (thread) => (thread === 1 ? 'adder' : 'subtracter') }),
  actorName: threadName,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1, 1, 1, 2, 2, 2, 1, 2, 1, 2, 1, 2] },
    { mode: 'free' },
    { mode: 'batch' },
    { mode: 'search' },
  ],
};

export default lab;

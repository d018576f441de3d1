import { type Lab, threadActors, threadName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

/** What can be looked at step by step is little; what is only counted may be much. */
const threadsKnob = { stepped: 'threads', search: 'threads', free: 'manyThreads', batch: 'manyThreads' } as const;

const lab: Lab = {
  id: 'deadlock',
  track: 'E',
  place: 8,
  title: { en: 'Deadlock', zh: '死锁' },
  summary: {
    en: 'One has the noodles, the other the fork, and both wait for ever. See the circle close, then break it.',
    zh: '一个拿着面，一个拿着叉子，两个都一直等下去。看环怎样合上，再把它打破。',
  },
  caption: { en: 'Who holds what, and who waits for whom', zh: '谁拿着什么，谁在等谁' },
  sign: 'graph',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: (values, mode) =>
    threadActors({
      threads: Number(values[threadsKnob[mode]]),
      program: (thread) => (values['story'] === 'functions' ? 'both' : thread % 2 === 1 ? 'noodlesFirst' : 'forkFirst'),
    }),
  actorName: threadName,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1, 2] },
    { mode: 'free', knobs: { pauseMs: 5 } },
    { mode: 'batch' },
    { mode: 'search' },
  ],
};

export default lab;

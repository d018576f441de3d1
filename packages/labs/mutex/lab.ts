import { type Lab, threadActors, threadName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

/** What can be looked at step by step is little; what is only counted may be much. */
const threadsKnob = { stepped: 'threads', search: 'threads', free: 'manyThreads', batch: 'manyThreads' } as const;

const lab: Lab = {
  id: 'mutex',
  track: 'E',
  place: 4,
  title: { en: 'Lock', zh: '互斥锁' },
  summary: {
    en: 'Many threads each take one away from a number. Without a lock nearly all of it stays; with one, none.',
    zh: '许多线程各从一个数里减一。没有锁，几乎没减掉；有了锁，一个不剩。',
  },
  caption: { en: 'Many threads, one number', zh: '许多线程，一个数' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: (values, mode) => threadActors({ threads: Number(values[threadsKnob[mode]]), program: () => 'worker' }),
  actorName: threadName,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1, 2, 3, 1, 2, 3] },
    { mode: 'free', knobs: { guard: 'spin', manyThreads: 4, pauseMs: 1 } },
    { mode: 'batch' },
    { mode: 'search', knobs: { guard: 'lock' } },
  ],
};

export default lab;

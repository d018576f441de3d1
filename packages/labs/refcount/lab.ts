import { type Lab, threadActors, threadName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'refcount',
  track: 'E',
  place: 6,
  title: { en: 'Reference counts and the collector', zh: '引用计数与垃圾回收' },
  summary: {
    en: 'Real CPython counts who refers to each object. Watch the counts rise and fall, and a cycle that counting cannot free.',
    zh: '真实的 CPython 为每个对象数着有谁引用它。看计数升降，以及计数永远释放不了的循环。',
  },
  caption: { en: 'Objects, who refers to them, and their counts', zh: '对象、引用者与引用计数' },
  sign: 'graph',
  modes: ['free'],
  needs: () => 'python',
  knobs,
  actors: () => threadActors({ threads: 2, program: (thread) => (thread === 1 ? 'counting' : 'allocating') }),
  actorName: threadName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
  sentence,
};

export default lab;

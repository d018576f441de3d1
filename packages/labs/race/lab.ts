import type { Lab, Text } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const names: Readonly<Record<string, Text>> = {
  main: { en: 'main', zh: '主线程' },
  t1: { en: 'thread 1', zh: '线程 1' },
  t2: { en: 'thread 2', zh: '线程 2' },
};

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
  actors: () => [
    { id: 'main', role: 'main', colour: 0 },
    { id: 't1', role: 'thread', colour: 1, program: 'adder' },
    { id: 't2', role: 'thread', colour: 2, program: 'subtracter' },
  ],
  actorName: (actor) => names[actor] ?? { en: actor, zh: actor },
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

import type { Lab } from '@lockstep/lab';
import { claims } from './claims.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';
import { actorName, actorsOf } from './ways.ts';

const lab: Lab = {
  id: 'threads',
  track: 'E',
  place: 1,
  title: { en: 'Threads are cheap', zh: '线程很便宜' },
  summary: {
    en: 'Threads and processes started side by side: how long it takes, what they cost, who they are, and whose variable they change.',
    zh: '线程与进程并排启动：要多久，占多少内存，各自是谁，改的又是谁的变量。',
  },
  caption: { en: 'Threads and processes started side by side', zh: '并排启动的线程与进程' },
  sign: 'bars',
  modes: ['free'],
  knobs: [
    {
      id: 'count',
      kind: 'number',
      label: { en: 'of each', zh: '各启动几个' },
      help: {
        en: 'How many threads, and how many processes, are started at once.',
        zh: '同时启动多少个线程，以及多少个进程。',
      },
      initial: 3,
      min: 1,
      max: 4,
      step: 1,
    },
  ],
  actors: ({ count }) => actorsOf(Number(count)),
  actorName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
  sentence,
};

export default lab;

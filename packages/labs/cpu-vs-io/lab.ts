import type { Lab, Text } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';
import { actorNames, isWay } from './ways.ts';

const main: Text = { en: 'main', zh: '主线程' };

const lab: Lab = {
  id: 'cpu-vs-io',
  track: 'E',
  place: 7,
  title: { en: 'Threads or processes', zh: '线程还是进程' },
  summary: {
    en: 'Ten jobs that compute, a thousand that sleep; one by one, in threads with and without one lock, in processes. Measured here.',
    zh: '十个计算任务，一千个睡眠任务；依次、线程（有锁与无锁）、进程，四种做法当场测量。',
  },
  caption: { en: 'The same jobs in four ways, measured on this machine', zh: '同样的任务，四种做法，在这台机器上实测' },
  sign: 'bars',
  modes: ['free'],
  knobs,
  actors: () => [
    { id: 'main', role: 'main', colour: 0 },
    { id: 'one', role: 'program', colour: 1, program: 'compare' },
    { id: 'locked', role: 'program', colour: 2, program: 'compare' },
    { id: 'unlocked', role: 'program', colour: 3, program: 'compare' },
    { id: 'processes', role: 'program', colour: 4, program: 'compare' },
  ],
  actorName: (actor) => (isWay(actor) ? actorNames[actor] : actor === 'main' ? main : { en: actor, zh: actor }),
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
  sentence,
};

export default lab;

import { type Lab, type Text, threadActors, threadName } from '@lockstep/lab';
import { type KnobValues, type Mode, threadNumber } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

function nameOf(actor: string): Text {
  const number = threadNumber(actor);
  return number ? { en: `hiker ${number}`, zh: `徒步者 ${number}` } : threadName(actor);
}

function hikersIn(values: KnobValues, mode: Mode): number {
  return Number(values[mode === 'free' || mode === 'batch' ? 'manyHikers' : 'hikers']);
}

const lab: Lab = {
  id: 'barrier',
  track: 'E',
  place: 14,
  title: { en: 'Barrier', zh: '栅栏' },
  summary: {
    en: 'Hikers of different speed meet at every hut. Nobody goes on before all have come, and a missing one breaks it.',
    zh: '快慢不同的徒步者在每个小屋会合。人不到齐谁也不走，缺一个就会散伙。',
  },
  caption: { en: 'The hut: who has come, who has left', zh: '小屋：谁到了，谁走了' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: (values, mode) =>
    threadActors({
      threads: hikersIn(values, mode),
      program: (thread) => (values['hut'] === 'aborted' && thread === hikersIn(values, mode) ? 'quitter' : 'hiker'),
    }),
  actorName: nameOf,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1, 1, 2, 2, 3, 3, 3, 3, 1, 1, 2, 2, 1, 2, 3, 3, 1, 2] },
    { mode: 'free' },
    { mode: 'batch', knobs: { hut: 'none' } },
    { mode: 'search' },
  ],
};

export default lab;

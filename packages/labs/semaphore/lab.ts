import { type Lab, type Text, threadActors, threadName } from '@lockstep/lab';
import { threadNumber } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const carsKnob = { stepped: 'cars', search: 'cars', free: 'manyCars', batch: 'manyCars' } as const;

function nameOf(actor: string): Text {
  const number = threadNumber(actor);
  return number ? { en: `car ${number}`, zh: `${number} 号车` } : threadName(actor);
}

const lab: Lab = {
  id: 'semaphore',
  track: 'E',
  place: 11,
  title: { en: 'Semaphore', zh: '信号量' },
  summary: {
    en: 'Fifteen cars, five places. Who is inside, who waits, and what a place that was given back twice does.',
    zh: '十五辆车，五个车位。谁在里面，谁在外面等，一个车位还了两次又会怎样。',
  },
  caption: { en: 'The car park, and those who wait for a place', zh: '停车场，和等车位的车' },
  sign: 'queue',
  modes: ['free', 'stepped', 'batch', 'search'],
  knobs,
  actors: (values, mode) => threadActors({ threads: Number(values[carsKnob[mode]]), program: () => 'car' }),
  actorName: nameOf,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'free' },
    { mode: 'stepped', knobs: { careless: true }, schedule: [1, 1, 2, 2, 1, 1, 1, 3, 3, 4, 4, 4, 2, 2, 3, 3, 4, 4] },
    { mode: 'batch' },
    { mode: 'search', knobs: { careless: true } },
  ],
};

export default lab;

import { type Lab, type Text, threadActors, threadName } from '@lockstep/lab';
import { threadNumber } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

function nameOf(actor: string): Text {
  const seat = threadNumber(actor);
  return seat ? { en: `philosopher ${seat}`, zh: `${seat} 号哲学家` } : threadName(actor);
}

const lab: Lab = {
  id: 'philosophers',
  track: 'E',
  place: 9,
  title: { en: 'Dining philosophers', zh: '哲学家就餐' },
  summary: {
    en: 'Five philosophers, five forks, two forks for a meal. Every order of steps is searched, and each cure proved.',
    zh: '五位哲学家，五把叉子，吃饭要用两把。搜遍每一种步骤次序，证明每一种对策。',
  },
  caption: { en: 'The table: who holds which fork, who waits for whom', zh: '餐桌：谁拿着哪把叉子，谁在等谁' },
  sign: 'graph',
  modes: ['stepped', 'search', 'free', 'batch'],
  knobs,
  actors: (values, mode) =>
    threadActors({
      threads: Number(values[mode === 'free' || mode === 'batch' ? 'guests' : 'philosophers']),
      program: () => 'philosopher',
    }),
  actorName: nameOf,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1, 2, 3, 4, 5] },
    { mode: 'search', knobs: { philosophers: 3 } },
    { mode: 'free', knobs: { fix: 'waiter', pauseMs: 2 } },
    { mode: 'batch' },
  ],
};

export default lab;

import { type Lab, threadActors, threadName } from '@lockstep/lab';
import type { KnobValues } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'condition',
  track: 'E',
  place: 13,
  title: { en: 'Condition', zh: '条件变量' },
  summary: {
    en: 'Two threads speak a poem in turn. Start them in the wrong order, and both wait for ever, without any circle.',
    zh: '两个线程对诗。启动次序错了，两个都永远等下去，却找不到任何环。',
  },
  caption: { en: 'The lock, and the line of those who wait to be notified', zh: '锁，和等待通知的队伍' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: (values) => threadActors({ threads: threadsOf(values), program: (thread) => bodyOf(values, thread) }),
  actorName: threadName,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1, 1, 1, 1, 1, 2, 2, 2] },
    { mode: 'free', knobs: { story: 'gate' } },
    { mode: 'batch' },
    { mode: 'search', knobs: { story: 'box' } },
  ],
};

function threadsOf(values: KnobValues): number {
  if (values['story'] === 'poem') return 2;
  if (values['story'] === 'box') return 3;
  return Number(values['sleepers']) + 1;
}

/** The function that a thread runs. */
function bodyOf(values: KnobValues, thread: number): string {
  if (values['story'] === 'box') return thread < 3 ? 'consumer' : 'producer';
  if (values['story'] === 'gate') return thread < threadsOf(values) ? 'sleeper' : 'gatekeeper';
  if (values['check'] === 'while') return 'takesTurns';
  return thread === 1 ? 'begins' : 'answers';
}

export default lab;

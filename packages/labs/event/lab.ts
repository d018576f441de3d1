import { type Lab, threadActors, threadName } from '@lockstep/lab';
import type { KnobValues, Mode } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const passengersKnob = {
  stepped: 'passengers',
  search: 'passengers',
  free: 'manyPassengers',
  batch: 'manyPassengers',
} as const;

const lab: Lab = {
  id: 'event',
  track: 'E',
  place: 12,
  title: { en: 'Event', zh: '事件' },
  summary: {
    en: 'Ten passengers wait for one bus. When the flag goes up, all of them get on, also those who come late.',
    zh: '十位乘客等一班车。旗一立，所有人都上车，来晚的也一样。',
  },
  caption: { en: 'The flag, and those who wait for it', zh: '标志，和等待它的线程' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: (values, mode) =>
    threadActors({ threads: threadsOf(values, mode), program: (thread) => bodyOf(values, mode, thread) }),
  actorName: threadName,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1, 2, 4, 1, 2, 3, 1, 2, 3] },
    { mode: 'free' },
    { mode: 'batch', knobs: { leaves: 'at-once', busMs: 0 } },
    { mode: 'search', knobs: { leaves: 'at-once' } },
  ],
};

function threadsOf(values: KnobValues, mode: Mode): number {
  return values['story'] === 'database' ? 2 : Number(values[passengersKnob[mode]]) + 1;
}

/** The function that a thread runs. */
function bodyOf(values: KnobValues, mode: Mode, thread: number): string {
  const isLast = thread === threadsOf(values, mode);
  if (values['story'] === 'database') return isLast ? 'checker' : 'client';
  return isLast ? 'driver' : 'passenger';
}

export default lab;

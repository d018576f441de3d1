import { type Lab, type Text, threadActors, threadName } from '@lockstep/lab';
import { type KnobValues, type Mode, threadNumber } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'timer',
  track: 'E',
  place: 15,
  title: { en: 'Timer', zh: '定时器' },
  summary: {
    en: 'A thread that waits, and does something unless you cancel it in time. And why a clock made of such threads goes slow.',
    zh: '一个等待的线程，不及时取消，它就动手。还有：用它们做的钟为什么越走越慢。',
  },
  caption: { en: 'The timer, and when it does what it was set for', zh: '定时器，和它动手的时刻' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: (values, mode) => {
    const isClock = values['story'] === 'repeat';
    return threadActors({
      threads: isClock ? ticksIn(values, mode) : 1,
      main: isClock ? 'begin' : 'shop',
      program: () => (isClock ? 'tick' : 'logOut'),
    });
  },
  actorName: nameOf,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1] },
    { mode: 'free', knobs: { story: 'repeat' } },
    { mode: 'batch' },
    { mode: 'search' },
  ],
  sentence,
};

function nameOf(actor: string): Text {
  const number = threadNumber(actor);
  return number ? { en: `timer ${number}`, zh: `定时器 ${number}` } : threadName(actor);
}

function ticksIn(values: KnobValues, mode: Mode): number {
  return mode === 'free' ? Number(values['manyTicks']) : mode === 'search' ? 2 : 3;
}

export default lab;

import { type Lab, type Text, threadActors, threadName } from '@lockstep/lab';
import { type KnobValues, threadNumber } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';
import { type Story, sizeOf, threadsOf } from './stories.ts';

/** The function that main runs, by the story. */
const mains: Readonly<Record<Exclude<Story, 'results'>, string>> = {
  life: 'lifeOfAFuture',
  completed: 'asTheyCome',
  map: 'inOrder',
  first: 'firstOne',
  nested: 'pages',
};

const lab: Lab = {
  id: 'thread-pool',
  track: 'E',
  place: 17,
  title: { en: 'Thread pool and futures', zh: '线程池与 future' },
  summary: {
    en: 'Fifty jobs, ten threads, and a receipt for each job. When you ask for the result decides whether anything is quicker.',
    zh: '五十个任务，十个线程，每个任务一张回执。什么时候去要结果，决定了到底快不快。',
  },
  caption: { en: 'Jobs that wait, jobs that run, jobs that are done', zh: '等待的任务、执行中的任务、完成的任务' },
  sign: 'queue',
  modes: ['free', 'stepped', 'batch', 'search'],
  knobs,
  actors(values, mode) {
    const size = sizeOf(values, mode);
    const program = size.story === 'nested' ? 'page' : 'fetch';
    return threadActors({ threads: threadsOf(size), main: mainOf(values), program: () => program });
  },
  actorName: nameOf,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'free' },
    {
      mode: 'stepped',
      knobs: { story: 'life' },
      schedule: Array.from('00000112200002220000001111201110121200', Number),
    },
    { mode: 'batch', knobs: { story: 'completed' } },
    { mode: 'search', knobs: { story: 'nested' } },
  ],
  sentence,
};

function nameOf(actor: string): Text {
  const number = threadNumber(actor);
  return number ? { en: `worker ${number}`, zh: `线程 ${number}` } : threadName(actor);
}

function mainOf(values: KnobValues): string {
  const story = values['story'] as Story;
  if (story !== 'results') return mains[story];
  return values['asks'] === 'in-loop' ? 'resultsInTheLoop' : 'resultsAtTheEnd';
}

export default lab;

import { type Lab, type Text, threadActors, threadName } from '@lockstep/lab';
import { threadNumber } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments, PRODUCER } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentenceAbout } from './sentence.ts';

const consumersKnob = {
  stepped: 'consumers',
  search: 'consumers',
  free: 'manyConsumers',
  batch: 'manyConsumers',
} as const;

function nameOf(actor: string): Text {
  const number = threadNumber(actor);
  if (actor === PRODUCER) return { en: 'producer', zh: '生产者' };
  return number ? { en: `consumer ${number}`, zh: `消费者 ${number}` } : threadName(actor);
}

const lab: Lab = {
  id: 'shared-list',
  track: 'E',
  place: 16,
  title: { en: 'Shared list against queue', zh: '共享列表与队列' },
  summary: {
    en: 'One thread makes things, ten take them: through a list that all keep looking at, or through a queue.',
    zh: '一个线程生产，十个线程来取：大家反复去看一个列表，还是用一个队列。',
  },
  caption: {
    en: 'One producer, its consumers, and what lies between them',
    zh: '一个生产者，几个消费者，中间放着产品',
  },
  sign: 'queue',
  modes: ['free', 'stepped', 'batch', 'search'],
  knobs,
  actors(values, mode) {
    const consumers = Number(values[consumersKnob[mode]]);
    const [consumer, producer] = values['by'] === 'queue' ? ['getter', 'putter'] : ['consumer', 'producer'];
    return threadActors({
      threads: consumers + 1,
      program: (thread) => (thread === 1 ? producer : consumer) as string,
    });
  },
  actorName: nameOf,
  sentence: (event, _trace, language) => sentenceAbout(event, nameOf, language),
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'free' },
    { mode: 'stepped', knobs: { by: 'bare' }, schedule: [1, 1, 2, 3, 2, 3, 3, 1, 1] },
    { mode: 'batch', knobs: { by: 'bare', windowUs: 10 } },
    { mode: 'search', knobs: { by: 'bare' } },
  ],
};

export default lab;

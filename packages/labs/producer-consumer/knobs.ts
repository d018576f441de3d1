import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

const buns = { en: 'buns per producer', zh: '每个生产者做几个包子' };

export const knobs: readonly Knob[] = [
  {
    id: 'ending',
    kind: 'choice',
    label: { en: 'how it is ended', zh: '怎样收工' },
    help: {
      en: 'How the consumers learn that nothing more will come.',
      zh: '消费者怎样得知不会再有了。',
    },
    initial: 'own-pills',
    choices: [
      { value: 'nothing', label: { en: 'nobody says anything', zh: '谁也不说' } },
      { value: 'own-pill', label: { en: 'each producer: one pill', zh: '每个生产者放一颗毒丸' } },
      {
        value: 'own-pills',
        label: { en: 'each producer: a pill per consumer', zh: '每个生产者给每个消费者放一颗' },
      },
      { value: 'main-pills', label: { en: 'main joins the producers, then pills', zh: '主线程等生产者结束再放毒丸' } },
      { value: 'join', label: { en: 'join the producers, then the queue', zh: '先等生产者，再 queue.join()' } },
      { value: 'join-at-once', label: { en: 'join the queue at once', zh: '立即 queue.join()' } },
    ],
  },
  {
    id: 'maxsize',
    kind: 'number',
    label: { en: 'places in the queue', zh: '队列的位置数' },
    initial: 2,
    min: 1,
    max: 10,
    step: 1,
  },
  { id: 'consumers', kind: 'number', label: { en: 'consumers', zh: '消费者' }, initial: 2, min: 1, max: 3, step: 1 },
  { id: 'few', kind: 'number', modes: ['stepped'], label: buns, initial: 3, min: 1, max: 4, step: 1 },
  { id: 'searched', kind: 'number', modes: ['search'], label: buns, initial: 1, min: 1, max: 2, step: 1 },
  { id: 'items', kind: 'number', modes: ['free', 'batch'], label: buns, initial: 10, min: 1, max: 10, step: 1 },
  {
    id: 'bakeMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'baking takes', zh: '做一个要' },
    initial: 1,
    min: 0,
    max: 20,
    step: 1,
    unit: 'ms',
  },
  {
    id: 'eatMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'eating takes', zh: '吃一个要' },
    initial: 2,
    min: 0,
    max: 20,
    step: 1,
    unit: 'ms',
  },
  runsKnob(20, 100),
  { ...searchByKnob, initial: 'preemptions' },
];

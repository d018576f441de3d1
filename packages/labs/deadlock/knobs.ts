import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'fix',
    kind: 'choice',
    label: { en: 'fix', zh: '对策' },
    help: { en: 'Each one takes away one of the four conditions.', zh: '每种对策去掉四个条件中的一个。' },
    initial: 'none',
    choices: [
      { value: 'none', label: { en: 'none', zh: '无' } },
      { value: 'order', label: { en: 'one order for all', zh: '统一次序' } },
      { value: 'timeout', label: { en: 'try with time-out', zh: '限时尝试' } },
      { value: 'one-lock', label: { en: 'one lock for both', zh: '只用一把锁' } },
    ],
  },
  {
    id: 'story',
    kind: 'choice',
    label: { en: 'who does what', zh: '谁做什么' },
    initial: 'opposite',
    choices: [
      { value: 'opposite', label: { en: 'half noodles first, half fork first', zh: '一半先拿面，一半先拿叉子' } },
      { value: 'functions', label: { en: 'each does both functions in turn', zh: '每个线程依次执行两个函数' } },
    ],
  },
  {
    id: 'threads',
    kind: 'number',
    modes: ['stepped', 'search'],
    label: { en: 'threads', zh: '线程数' },
    initial: 2,
    min: 2,
    max: 4,
    step: 1,
  },
  {
    id: 'manyThreads',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'threads', zh: '线程数' },
    initial: 8,
    min: 2,
    max: 8,
    step: 1,
  },
  {
    id: 'pauseMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'pause', zh: '停顿' },
    help: {
      en: 'How long each thread holds the first thing before it asks for the second.',
      zh: '每个线程拿到第一件之后、请求第二件之前停多久。',
    },
    initial: 0,
    min: 0,
    max: 20,
    step: 1,
    unit: 'ms',
  },
  runsKnob(50, 300),
  searchByKnob,
];

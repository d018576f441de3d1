import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

const LOCK = { value: 'lock', label: { en: 'Lock: sleep until it is free', zh: 'Lock：睡到它空闲' } };
const NONE = { value: 'none', label: { en: 'nothing', zh: '无' } };

export const knobs: readonly Knob[] = [
  {
    id: 'guard',
    kind: 'choice',
    modes: ['stepped', 'free', 'batch'],
    label: { en: 'guard', zh: '保护' },
    help: { en: 'What each thread does before it touches num.', zh: '每个线程在碰 num 之前做什么。' },
    initial: 'none',
    choices: [NONE, LOCK, { value: 'spin', label: { en: 'spin: ask again and again', zh: '自旋：不停地问' } }],
  },
  {
    id: 'provenGuard',
    kind: 'choice',
    modes: ['search'],
    label: { en: 'guard', zh: '保护' },
    initial: 'lock',
    choices: [LOCK, NONE],
  },
  {
    id: 'threads',
    kind: 'number',
    modes: ['stepped', 'search'],
    label: { en: 'threads', zh: '线程数' },
    help: { en: 'num starts with as many, and each takes one away.', zh: 'num 从这么多开始，每个线程减一。' },
    initial: 3,
    min: 2,
    max: 5,
    step: 1,
  },
  {
    id: 'manyThreads',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'threads', zh: '线程数' },
    help: { en: 'num starts with as many, and each takes one away.', zh: 'num 从这么多开始，每个线程减一。' },
    initial: 12,
    min: 2,
    max: 16,
    step: 1,
  },
  {
    id: 'pauseMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'pause', zh: '停顿' },
    help: {
      en: 'How long each thread sleeps between its load and its store.',
      zh: '每个线程在读出与写回之间睡多久。',
    },
    initial: 5,
    min: 0,
    max: 100,
    step: 1,
    unit: 'ms',
  },
  runsKnob(20, 200),
  searchByKnob,
];

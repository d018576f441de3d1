import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'fix',
    kind: 'choice',
    label: { en: 'fix', zh: '对策' },
    initial: 'none',
    choices: [
      { value: 'none', label: { en: 'none: left fork first', zh: '无：先拿左边的叉子' } },
      { value: 'order', label: { en: 'lower number first', zh: '先拿编号小的' } },
      { value: 'waiter', label: { en: 'one chair fewer', zh: '少一把椅子' } },
    ],
  },
  {
    id: 'philosophers',
    kind: 'number',
    modes: ['stepped', 'search'],
    label: { en: 'philosophers', zh: '哲学家人数' },
    help: {
      en: 'With 3 all states can be drawn; with 5 there are 66,468,720 schedules.',
      zh: '3 人时可以画出所有状态；5 人时有 66 468 720 种调度。',
    },
    initial: 5,
    min: 3,
    max: 7,
    step: 1,
  },
  {
    id: 'guests',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'philosophers', zh: '哲学家人数' },
    initial: 5,
    min: 3,
    max: 7,
    step: 1,
  },
  {
    id: 'pauseMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'pause', zh: '停顿' },
    help: {
      en: 'How long each holds the first fork before reaching for the second.',
      zh: '每人拿到第一把叉子之后、去拿第二把之前停多久。',
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

import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'story',
    kind: 'choice',
    label: { en: 'story', zh: '故事' },
    initial: 'poem',
    choices: [
      { value: 'poem', label: { en: 'a poem in two voices', zh: '两人对诗' } },
      { value: 'box', label: { en: 'two consumers, one box', zh: '两个消费者，一个盒子' } },
      { value: 'gate', label: { en: 'n of ten are let in', zh: '十人中放行 n 人' } },
    ],
  },
  {
    id: 'check',
    kind: 'choice',
    label: { en: 'after waking', zh: '醒来之后' },
    help: {
      en: 'Whether a thread looks again at what it waited for.',
      zh: '线程醒来后，是否再看一眼它等的事。',
    },
    initial: 'if',
    choices: [
      { value: 'if', label: { en: 'go on (if)', zh: '直接继续（if）' } },
      { value: 'while', label: { en: 'look again (while)', zh: '再看一眼（while）' } },
    ],
  },
  {
    id: 'poem',
    kind: 'choice',
    label: { en: 'poem', zh: '诗' },
    initial: 'blake',
    choices: [
      { value: 'blake', label: { en: 'William Blake', zh: '威廉·布莱克' } },
      { value: 'libai', label: { en: 'Li Bai', zh: '李白' } },
    ],
  },
  {
    id: 'sleepers',
    kind: 'number',
    label: { en: 'waiting at the gate', zh: '门口等待人数' },
    initial: 10,
    min: 2,
    max: 12,
    step: 1,
  },
  {
    id: 'n',
    kind: 'number',
    label: { en: 'n of notify(n)', zh: 'notify(n) 的 n' },
    initial: 3,
    min: 1,
    max: 12,
    step: 1,
  },
  runsKnob(30, 200),
  searchByKnob,
];

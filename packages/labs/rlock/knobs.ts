import { type Knob, searchByKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'kind',
    kind: 'choice',
    label: { en: 'lock', zh: '锁' },
    initial: 'lock',
    choices: [
      { value: 'lock', label: { en: 'Lock', zh: 'Lock（普通锁）' } },
      { value: 'rlock', label: { en: 'RLock', zh: 'RLock（可重入锁）' } },
    ],
  },
  {
    id: 'story',
    kind: 'choice',
    label: { en: 'who does what', zh: '谁做什么' },
    initial: 'deposit',
    choices: [
      { value: 'deposit', label: { en: 'deposit calls add: both lock A', zh: 'deposit 调用 add：都锁 A' } },
      { value: 'transfer', label: { en: 'transfers in opposite directions', zh: '相反方向的两笔转账' } },
    ],
  },
  {
    id: 'releases',
    kind: 'choice',
    label: { en: 'releases', zh: '释放次数' },
    help: { en: 'How often deposit gives back what it took once.', zh: 'deposit 只获取一次，释放几次。' },
    initial: 'equal',
    choices: [
      { value: 'equal', label: { en: 'as often as acquired', zh: '与获取相同' } },
      { value: 'fewer', label: { en: 'once too few', zh: '少一次' } },
      { value: 'more', label: { en: 'once too often', zh: '多一次' } },
    ],
  },
  searchByKnob,
];

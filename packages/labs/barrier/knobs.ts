import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

const hikers = { en: 'hikers', zh: '徒步者' };

export const knobs: readonly Knob[] = [
  {
    id: 'hut',
    kind: 'choice',
    label: { en: 'at the hut', zh: '在小屋' },
    help: { en: 'What they agreed on before they started.', zh: '出发前的约定。' },
    initial: 'all',
    choices: [
      { value: 'all', label: { en: 'wait for all', zh: '等所有人' } },
      { value: 'none', label: { en: 'do not wait', zh: '不等' } },
      { value: 'forever', label: { en: 'wait for one too many', zh: '多等一个人' } },
      { value: 'limited', label: { en: 'wait for one too many, 50 ms', zh: '多等一个人，最多 50 毫秒' } },
      { value: 'aborted', label: { en: 'wait for all, but the last one quits', zh: '等所有人，但最后一个退出' } },
    ],
  },
  { id: 'hikers', kind: 'number', modes: ['stepped', 'search'], label: hikers, initial: 3, min: 2, max: 5, step: 1 },
  { id: 'manyHikers', kind: 'number', modes: ['free', 'batch'], label: hikers, initial: 6, min: 2, max: 12, step: 1 },
  runsKnob(20, 100),
  searchByKnob,
];

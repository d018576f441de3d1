import { type Choice, type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

const story = { en: 'story', zh: '故事' };
const ways: Choice = { value: 'ways', label: { en: 'waiting, or not', zh: '等与不等' } };
const check: Choice = { value: 'check', label: { en: 'look first, then take', zh: '先看再取' } };
const capacity: Choice = { value: 'capacity', label: { en: 'the default capacity', zh: '默认容量' } };
const items = { en: 'items in stock', zh: '库存' };

export const knobs: readonly Knob[] = [
  { id: 'story', kind: 'choice', modes: ['stepped'], label: story, initial: 'ways', choices: [ways, check] },
  {
    id: 'freely',
    kind: 'choice',
    modes: ['free'],
    label: story,
    initial: 'capacity',
    choices: [capacity, ways, check],
  },
  {
    id: 'kind',
    kind: 'choice',
    modes: ['stepped', 'free'],
    label: { en: 'queue', zh: '队列' },
    initial: 'fifo',
    choices: [
      { value: 'fifo', label: { en: 'Queue', zh: 'Queue（先进先出）' } },
      { value: 'lifo', label: { en: 'LifoQueue', zh: 'LifoQueue（后进先出）' } },
      { value: 'priority', label: { en: 'PriorityQueue', zh: 'PriorityQueue（优先）' } },
    ],
  },
  {
    id: 'maxsize',
    kind: 'number',
    label: { en: 'maxsize (0: no limit)', zh: 'maxsize（0：无上限）' },
    initial: 6,
    min: 0,
    max: 8,
    step: 1,
  },
  {
    id: 'way',
    kind: 'choice',
    label: { en: 'how to take', zh: '怎样取' },
    help: { en: 'In the story “look first, then take”.', zh: '用于“先看再取”的故事。' },
    initial: 'check-get',
    choices: [
      { value: 'check-get', label: { en: 'empty(), then get()', zh: 'empty() 之后 get()' } },
      { value: 'check-nowait', label: { en: 'empty(), then get_nowait()', zh: 'empty() 之后 get_nowait()' } },
      { value: 'try', label: { en: 'get_nowait(), except Empty', zh: 'get_nowait()，捕获 Empty' } },
    ],
  },
  { id: 'items', kind: 'number', modes: ['stepped', 'search'], label: items, initial: 1, min: 1, max: 3, step: 1 },
  { id: 'manyItems', kind: 'number', modes: ['free', 'batch'], label: items, initial: 6, min: 1, max: 8, step: 1 },
  {
    id: 'thinkMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'between looking and taking', zh: '看与取之间' },
    initial: 0,
    min: 0,
    max: 20,
    step: 1,
    unit: 'ms',
  },
  runsKnob(200, 500),
  searchByKnob,
];

import type { Lab, Text } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';

const names: Readonly<Record<string, Text>> = {
  main: { en: 'main', zh: '主线程' },
  t1: { en: 'thread 1', zh: '线程 1' },
  t2: { en: 'thread 2', zh: '线程 2' },
};

const lab: Lab = {
  id: 'template',
  track: 'E',
  place: 99,
  title: { en: 'A new lab', zh: '新的实验' },
  summary: { en: 'One sentence for the landing page.', zh: '首页上的一句话。' },
  caption: { en: 'What the figure shows', zh: '图中所示' },
  sign: 'lanes',
  modes: ['stepped'],
  knobs: [{ id: 'rounds', kind: 'number', label: { en: 'rounds', zh: '轮数' }, initial: 1, min: 1, max: 4, step: 1 }],
  actors: () => [
    { id: 'main', role: 'main', colour: 0 },
    { id: 't1', role: 'thread', colour: 1, program: 'counter' },
    { id: 't2', role: 'thread', colour: 2, program: 'counter' },
  ],
  actorName: (actor) => names[actor] ?? { en: actor, zh: actor },
  moments: [
    {
      id: 'first-store',
      label: { en: 'first store', zh: '第一次写回' },
      find: (trace) => findEvent(trace, (event) => event.kind === 'value.written')?.seq,
    },
  ],
  predictions: [
    {
      id: 'final',
      modes: ['stepped'],
      question: { en: 'What will total be at the end?', zh: 'total 最后是多少？' },
      choices: [
        { id: 'two', text: { en: '2 for each round', zh: '每轮加 2' } },
        { id: 'less', text: { en: 'less', zh: '更少' } },
      ],
      answer(trace) {
        const outcome = findEvent(trace, (event) => event.kind === 'outcome.observed');
        if (outcome?.kind !== 'outcome.observed') return undefined;
        return { choice: outcome.expected ? 'two' : 'less', seq: outcome.seq };
      },
      afterwards: { en: 'What makes the wrong answer tempting.', zh: '错误答案诱人的原因。' },
    },
  ],
  claims: [],
  golden: [{ mode: 'stepped', schedule: [1, 2, 1, 2] }],
};

export default lab;

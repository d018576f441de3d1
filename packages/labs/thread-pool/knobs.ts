import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

const threads = { en: 'threads', zh: '线程' };

export const knobs: readonly Knob[] = [
  {
    id: 'story',
    kind: 'choice',
    label: { en: 'story', zh: '故事' },
    initial: 'results',
    choices: [
      { value: 'results', label: { en: 'many jobs, few threads', zh: '任务多，线程少' } },
      { value: 'life', label: { en: 'the life of a future', zh: '一个 future 的一生' } },
      { value: 'completed', label: { en: 'as completed: 3, 2, 4', zh: 'as_completed：3、2、4' } },
      { value: 'map', label: { en: 'map: 3, 2, 4', zh: 'map：3、2、4' } },
      { value: 'first', label: { en: 'wait for the first: 3, 2, 4', zh: '只等第一个：3、2、4' } },
      { value: 'nested', label: { en: 'jobs that wait for jobs', zh: '任务等待任务' } },
    ],
  },
  {
    id: 'asks',
    kind: 'choice',
    label: { en: 'many jobs: result()', zh: '任务多：result()' },
    help: { en: 'Where main waits for the results.', zh: '主线程在哪里等结果。' },
    initial: 'at-the-end',
    choices: [
      { value: 'at-the-end', label: { en: 'after the loop', zh: '在循环之后' } },
      { value: 'in-loop', label: { en: 'in the submitting loop', zh: '在提交的循环里' } },
    ],
  },
  {
    id: 'images',
    kind: 'choice',
    label: { en: 'jobs for jobs: the inner work', zh: '任务等任务：里面的活' },
    help: { en: 'Who does the work that a job needs.', zh: '一个任务需要的活由谁来做。' },
    initial: 'same-pool',
    choices: [
      { value: 'same-pool', label: { en: 'a job of the same pool', zh: '交给同一个线程池' } },
      { value: 'itself', label: { en: 'the job itself', zh: '任务自己做' } },
    ],
  },
  { id: 'workers', kind: 'number', modes: ['stepped', 'search'], label: threads, initial: 2, min: 1, max: 4, step: 1 },
  {
    id: 'manyWorkers',
    kind: 'number',
    modes: ['free', 'batch'],
    label: threads,
    initial: 10,
    min: 1,
    max: 16,
    step: 1,
  },
  {
    id: 'manyJobs',
    kind: 'number',
    modes: ['free'],
    label: { en: 'many jobs: how many', zh: '任务多：多少个' },
    initial: 50,
    min: 1,
    max: 60,
    step: 1,
  },
  {
    id: 'secondMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'a second of work takes', zh: '一秒的活实际用时' },
    initial: 20,
    min: 1,
    max: 40,
    step: 1,
    unit: 'ms',
  },
  runsKnob(30, 100),
  searchByKnob,
];

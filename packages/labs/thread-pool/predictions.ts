import { hasEnded, outcomesOf, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent, type Trace } from '@lockstep/trace';
import { busiest, calledBack, cancels } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'at-once',
    modes: ['free'],
    question: {
      en: 'All jobs are submitted to the pool. How many of them run at the same time, at most?',
      zh: '所有任务都提交给线程池。最多同时执行几个？',
    },
    choices: [
      { id: 'one', text: { en: 'one', zh: '一个' } },
      { id: 'some', text: { en: 'more, but fewer than the pool may have threads', zh: '不止一个，但少于线程数上限' } },
      { id: 'threads', text: { en: 'as many as the pool may have threads', zh: '等于线程数上限' } },
      { id: 'all', text: { en: 'all of them', zh: '全部' }, misconception: 'F1' },
    ],
    answer(trace) {
      const most = busiest(trace);
      if (!most || !hasEnded(trace)) return undefined;
      const threads = Number(trace.header.knobs['manyWorkers']);
      const { jobs, seq } = most;
      if (jobs === 1) return { choice: 'one', seq };
      if (jobs === threads) return { choice: 'threads', seq };
      return { choice: jobs === submitted(trace) ? 'all' : 'some', seq };
    },
    afterwards: {
      en: 'submit() gives the job away and returns. The pool’s size is the limit; but whoever asks for each result before the next submit has only one job under way.',
      zh: 'submit() 交出任务就返回。上限是线程池的大小；但若每次都先等结果再提交下一个，就始终只有一个任务在进行。',
    },
  },
  {
    id: 'cancel-running',
    modes: ['stepped'],
    question: { en: 'A job is running. What does cancel() do to it?', zh: '任务正在执行。cancel() 会怎样？' },
    choices: [
      { id: 'stops', text: { en: 'it stops the job', zh: '停止任务' }, misconception: 'F2' },
      { id: 'refused', text: { en: 'nothing: it returns False', zh: '什么也不做：返回 False' } },
      { id: 'not-here', text: { en: 'no running job is cancelled in this run', zh: '这次运行没有取消正在执行的任务' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const late = cancels(trace).find(({ worked }) => !worked);
      return late ? { choice: 'refused', seq: late.seq } : { choice: 'not-here', seq: end.seq };
    },
    afterwards: {
      en: 'cancel() takes a job out of the queue. Once a worker has begun with it, nothing in Python can stop it from outside.',
      zh: 'cancel() 只是把任务从队列里撤下。一旦有工作线程开始执行，Python 里没有什么能从外面停下它。',
    },
  },
  {
    id: 'who-calls-back',
    modes: ['stepped'],
    question: { en: 'Which thread runs a done-callback?', zh: '完成回调由哪个线程执行？' },
    choices: [
      { id: 'main', text: { en: 'always the one that asked for it', zh: '总是添加它的线程' }, misconception: 'F3' },
      { id: 'worker', text: { en: 'always the worker that did the job', zh: '总是执行任务的工作线程' } },
      { id: 'both', text: { en: 'it depends on which came first', zh: '要看哪个先发生' } },
      { id: 'nobody', text: { en: 'there is none in this run', zh: '这次运行没有回调' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const calls = calledBack(trace);
      const last = calls.at(-1);
      if (!last) return { choice: 'nobody', seq: end.seq };
      const byMain = calls.filter(({ actor }) => actor === 'main').length;
      return { choice: byMain === 0 ? 'worker' : byMain === calls.length ? 'main' : 'both', seq: last.seq };
    },
    afterwards: {
      en: 'Whoever makes the future done calls back: the worker, or the one that cancels. If it is done already, the one that adds the callback does it, at once.',
      zh: '谁使 future 完成，谁就调用回调：工作线程，或取消它的线程。如果已经完成，添加回调的线程自己立即调用。',
    },
  },
  {
    id: 'which-order',
    modes: ['batch'],
    question: {
      en: 'Jobs of 3, 2 and 4 seconds, each with a thread of its own. In which order does main get the results?',
      zh: '三个任务分别用 3、2、4 秒，各有一个线程。主线程按什么次序得到结果？',
    },
    choices: [
      { id: '3, 2, 4', text: { en: '3, 2, 4: as submitted', zh: '3、2、4：提交的次序' }, misconception: 'F4' },
      { id: '2, 3, 4', text: { en: '2, 3, 4: as completed', zh: '2、3、4：完成的次序' } },
      { id: 'differs', text: { en: 'in different orders', zh: '次序各不相同' } },
    ],
    answer(trace) {
      const all = outcomesOf(trace);
      const last = all.at(-1);
      if (!last || !/,/.test(last.value) || !hasEnded(trace)) return undefined;
      const orders = new Set(all.map(({ value }) => value));
      return { choice: orders.size > 1 ? 'differs' : last.value, seq: last.seq };
    },
    afterwards: {
      en: 'as_completed() hands out the futures as they are done, map() the results as they were asked for. Both do the same work in the same time.',
      zh: 'as_completed() 按完成的次序给出 future，map() 按参数的次序给出结果。两者做同样的活，用同样的时间。',
    },
  },
  {
    id: 'can-it-hang',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps after which nobody can go on?',
      zh: '有没有一种步骤次序，之后谁都无法继续？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'A job that waits for another job of its own pool keeps a worker while it waits. When all workers wait like that, nobody is left to do what they wait for.',
      zh: '任务若等待同一线程池里的另一个任务，等待时仍占着一个工作线程。所有工作线程都这样等，就没有人去做它们等的事了。',
    },
  },
];

function submitted(trace: Trace): number {
  return trace.slice(0).filter(({ kind }) => kind === 'future.submitted').length;
}

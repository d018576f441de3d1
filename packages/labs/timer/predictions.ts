import { hasEnded, outcomesOf, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { cancelled, logsOut } from './moments.ts';
import { clockOf, growthUs } from './ticks.ts';

/** Less than this is no growth that anybody would notice. */
const STEADY_MS_A_TICK = 5;

export const predictions: readonly Prediction[] = [
  {
    id: 'does-it-run',
    modes: ['stepped'],
    question: {
      en: 'Main calls cancel(), and it returns. Does the timer’s function run in this run?',
      zh: '主线程调用 cancel()，它返回了。这次运行中，定时器的函数会执行吗？',
    },
    choices: [
      { id: 'never', text: { en: 'no: it was cancelled', zh: '不会：已经取消了' }, misconception: 'T1' },
      { id: 'before', text: { en: 'yes, before the cancel', zh: '会，在取消之前' } },
      { id: 'after', text: { en: 'yes, after the cancel', zh: '会，在取消之后' } },
    ],
    answer(trace) {
      const cancel = cancelled(trace);
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!cancel || !end) return undefined;
      const run = logsOut(trace);
      if (!run) return { choice: 'never', seq: end.seq };
      return { choice: run.seq < cancel.seq ? 'before' : 'after', seq: run.seq };
    },
    afterwards: {
      en: 'cancel() sets a flag. The timer looks at it once, when its time is over; what it has decided then cannot be called back.',
      zh: 'cancel() 只是立起一个标志。时间到时，定时器看它一眼；看过之后作的决定，收不回来。',
    },
  },
  {
    id: 'how-late',
    modes: ['free'],
    question: {
      en: 'A clock of timers: each works a little, and one starts the next. How late is the last tick, compared with the first?',
      zh: '用定时器做的钟：每个干一点活，并启动下一个。最后一次滴答比第一次更迟吗？',
    },
    choices: [
      { id: 'on-time', text: { en: 'none is late', zh: '都不迟' }, misconception: 'T2' },
      { id: 'steady', text: { en: 'about as late', zh: '差不多一样迟' }, misconception: 'T3' },
      { id: 'growing', text: { en: 'much later: it adds up', zh: '迟得多：越积越多' } },
    ],
    answer(trace) {
      const clock = clockOf(trace);
      const growth = clock && growthUs(clock);
      const last = clock?.ticks.at(-1);
      if (growth === undefined || !last) return undefined;
      if (clock?.ticks.every(({ lateUs }) => lateUs <= 0)) return { choice: 'on-time', seq: last.seq };
      const isGrowing = growth > STEADY_MS_A_TICK * 1000 * (last.number - 1);
      return { choice: isGrowing ? 'growing' : 'steady', seq: last.seq };
    },
    afterwards: {
      en: 'A timer promises “not before”, never “exactly then”. Whoever counts from the previous tick inherits its delay; whoever counts from the start does not.',
      zh: '定时器只保证“不会提前”，从不保证“准点”。从上一次开始算，就继承了它的延误；从起点算，则不会。',
    },
  },
  {
    id: 'same-moment',
    modes: ['batch'],
    question: {
      en: 'The timer is set for the very moment when main cancels. Does the same happen each time?',
      zh: '定时器定在主线程取消的那一刻。每次结果都一样吗？',
    },
    choices: [
      { id: 'cancelled', text: { en: 'yes: always cancelled in time', zh: '一样：总是及时取消' } },
      { id: 'late', text: { en: 'yes: always too late', zh: '一样：总是太迟' } },
      { id: 'differs', text: { en: 'no: it differs', zh: '不一样：有时这样，有时那样' } },
    ],
    answer(trace) {
      const all = outcomesOf(trace);
      const last = all.at(-1);
      const isLogout = trace.header.knobs['story'] === 'logout';
      if (!last || !isLogout || !hasEnded(trace)) return undefined;
      const inTime = all.filter(({ value }) => value === 'cancelled in time').length;
      return { choice: inTime === all.length ? 'cancelled' : inTime === 0 ? 'late' : 'differs', seq: last.seq };
    },
    afterwards: {
      en: 'Two threads wait for the same moment, and the kernel wakes them as it likes. Far from that moment cancel() works every time: that is why such a bug hides so well.',
      zh: '两个线程等着同一刻，由内核决定先叫醒谁。离那一刻远时，cancel() 每次都有效，所以这种错误藏得很深。',
    },
  },
  {
    id: 'can-it-surprise',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps in which main orders, and is logged out all the same?',
      zh: '有没有一种步骤次序，主线程下了单，却还是被登出？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no: it has cancelled before', zh: '没有：之前已经取消了' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'Between the timer’s last look at the flag and its function there is room for a cancel(). A join() after the cancel() closes it.',
      zh: '定时器最后看一眼标志，到函数执行，中间容得下一次 cancel()。取消之后 join()，就补上了这个缺口。',
    },
  },
];

import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { comesLate, firstSet, releasedBySet } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many-go',
    modes: ['stepped', 'free'],
    question: {
      en: 'Several threads wait. One set(): how many of them may go on?',
      zh: '几个线程在等待。一次 set() 之后，有几个可以继续？',
    },
    choices: [
      { id: 'one', text: { en: 'one', zh: '一个' }, misconception: 'C8' },
      { id: 'all', text: { en: 'all', zh: '全部' } },
      { id: 'nobody', text: { en: 'nobody waited', zh: '没有人在等' } },
    ],
    answer(trace) {
      const set = firstSet(trace);
      if (!set || !findEvent(trace, (event) => event.kind === 'run.ended')) return undefined;
      const waited = new Set(
        trace
          .slice(0, set.seq)
          .filter((event) => event.kind === 'event.read' && !event.isSet)
          .map(({ actor }) => actor),
      );
      if (waited.size === 0) return { choice: 'nobody', seq: set.seq };
      return { choice: releasedBySet(trace).length > 1 || waited.size === 1 ? 'all' : 'one', seq: set.seq };
    },
    afterwards: {
      en: 'An event is a flag, not a ticket: setting it opens the door for everybody who waits, and for everybody who comes while it stays set.',
      zh: '事件是一面旗，不是一张票：设置它，就为所有等待者开了门；只要它还立着，后来者也照样通过。',
    },
  },
  {
    id: 'too-late',
    modes: ['stepped', 'free'],
    question: {
      en: 'A thread calls wait() after the flag was set. What happens?',
      zh: '一个线程在标志设置之后才调用 wait()。会怎样？',
    },
    choices: [
      { id: 'goes-on', text: { en: 'it goes on at once', zh: '立即继续' } },
      { id: 'waits', text: { en: 'it waits for the next set()', zh: '等下一次 set()' }, misconception: 'C8' },
      { id: 'not-here', text: { en: 'nobody comes late in this run', zh: '这次运行没有人来晚' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      const set = firstSet(trace);
      if (!end) return undefined;
      const late = comesLate(trace);
      if (late) return { choice: 'goes-on', seq: late.seq };
      const waits = findEvent(
        trace,
        (event) => set !== undefined && event.seq > set.seq && event.kind === 'event.read' && !event.isSet,
      );
      return waits ? { choice: 'waits', seq: waits.seq } : { choice: 'not-here', seq: end.seq };
    },
    afterwards: {
      en: 'The flag stays as it is until somebody clears it. That is the difference from a condition’s notify, which nobody keeps.',
      zh: '在有人清除之前，标志一直保持原样。这正是它与条件变量的 notify 的区别：通知没有人保存。',
    },
  },
  {
    id: 'all-aboard',
    modes: ['batch'],
    question: { en: 'In how many runs does everybody get on the bus?', zh: '有几次运行中，所有人都上了车？' },
    choices: [
      { id: 'all', text: { en: 'in all', zh: '每次' } },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'none', text: { en: 'in none', zh: '一次也没有' } },
    ],
    answer: (trace) => howMany(trace, ({ expected }) => expected),
    afterwards: {
      en: 'While the bus stays, everybody gets on. If it leaves at once, it depends on who was at the stop in time.',
      zh: '车停着，人人都上得去。车立即开走，就看谁及时到了站。',
    },
  },
  {
    id: 'left-standing',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps in which somebody waits for ever?',
      zh: '有没有一种步骤次序，使有人永远等下去？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'set() followed by clear() releases those who wait, and only those. Whoever comes a moment later waits for a bus that never comes.',
      zh: 'set() 之后立即 clear()，只放走正在等待的人。晚到一刻的，就等一班永远不来的车。',
    },
  },
];

import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent, type Trace } from '@lockstep/trace';
import { lookUsed, measured, orderShown, pastTheNumber, refusal } from './readings.ts';

const end = (trace: Trace) => findEvent(trace, (event) => event.kind === 'run.ended');

export const predictions: readonly Prediction[] = [
  {
    id: 'full',
    modes: ['stepped'],
    question: {
      en: 'The queue is full. What does put_nowait(7) do?',
      zh: '队列满了。put_nowait(7) 会怎样？',
    },
    choices: [
      { id: 'waits', text: { en: 'it waits for a place', zh: '等一个位置' } },
      { id: 'drops', text: { en: 'it drops the 7 and goes on', zh: '丢掉 7，继续' } },
      { id: 'raises', text: { en: 'it raises queue.Full at once', zh: '立即抛出 queue.Full' } },
      { id: 'not-here', text: { en: 'the queue is not full then, in this run', zh: '这次运行中那时队列没有满' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (!over) return undefined;
      const refused = refusal(trace, 'queue.Full', 'at once');
      return refused ? { choice: 'raises', seq: refused.seq } : { choice: 'not-here', seq: over.seq };
    },
    afterwards: {
      en: 'A queue loses nothing by itself. Who does not want to wait must say what shall become of the item: that is what the error is for.',
      zh: '队列自己不会丢东西。不想等的人，得自己决定这一项怎么办：异常就是为此而设的。',
    },
  },
  {
    id: 'which-first',
    modes: ['stepped'],
    question: {
      en: '5, 2, 6, 1, 4, 3 are put in this order. Which one comes out first?',
      zh: '依次放入 5、2、6、1、4、3。先出来的是哪一个？',
    },
    choices: [
      { id: 'oldest', text: { en: 'the one put first', zh: '最先放入的' } },
      { id: 'newest', text: { en: 'the one put last', zh: '最后放入的' } },
      { id: 'smallest', text: { en: 'the smallest', zh: '最小的' } },
      { id: 'not-here', text: { en: 'this run does not tell', zh: '这次运行看不出来' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (!over) return undefined;
      const shown = orderShown(trace);
      return shown ? { choice: shown.order, seq: shown.get.seq } : { choice: 'not-here', seq: over.seq };
    },
    afterwards: {
      en: 'Queue: the oldest. LifoQueue: the newest. PriorityQueue: the smallest; give it pairs (priority, item), and the smaller priority wins.',
      zh: 'Queue：最旧的。LifoQueue：最新的。PriorityQueue：最小的；给它 (优先级, 数据) 这样的元组，优先级小的先出。',
    },
  },
  {
    id: 'after-empty',
    modes: ['stepped'],
    question: {
      en: 'A thread asks empty() and hears False. Then it takes. What happens?',
      zh: '一个线程问 empty()，得到 False，随后去取。会怎样？',
    },
    choices: [
      { id: 'item', text: { en: 'it gets an item, for sure', zh: '一定取到一项' }, misconception: 'C1' },
      { id: 'wait', text: { en: 'it has to wait', zh: '只好等' } },
      { id: 'error', text: { en: 'it gets queue.Empty', zh: '得到 queue.Empty' } },
      { id: 'not-here', text: { en: 'nobody asks in this run', zh: '这次运行没有人问' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (!over) return undefined;
      const used = lookUsed(trace);
      return used ? { choice: used.came, seq: used.seq } : { choice: 'not-here', seq: over.seq };
    },
    afterwards: {
      en: 'The answer is about the moment of asking. Between asking and taking everybody else goes on. Only get itself looks and takes in one step.',
      zh: '回答说的是问的那一刻。问与取之间，别人都在继续。只有 get 自己把看和取合成一步。',
    },
  },
  {
    id: 'default',
    modes: ['free'],
    question: {
      en: 'How many items does queue.Queue() take, without a number, before a put has to wait?',
      zh: '不给数字的 queue.Queue()，收下多少项之后放入才需要等？',
    },
    choices: [
      { id: '32767', text: { en: '32767', zh: '32767' } },
      { id: 'more', text: { en: 'more: all 40,000 that are tried', zh: '更多：试的 40 000 项全部收下' } },
      { id: 'not-here', text: { en: 'this run is about something else', zh: '这次运行说的是别的事' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (!over) return undefined;
      const taken = measured(trace, 'taken/queue.Queue');
      if (!taken) return { choice: 'not-here', seq: over.seq };
      const past = pastTheNumber(trace);
      return past ? { choice: 'more', seq: taken.seq } : { choice: '32767', seq: taken.seq };
    },
    afterwards: {
      en: 'maxsize 0 means no limit but memory. The famous number is a semaphore’s greatest value on some systems, and only multiprocessing.Queue asks for it.',
      zh: 'maxsize 为 0 表示除内存外没有上限。那个有名的数，是某些系统上信号量的最大值，只有 multiprocessing.Queue 才用它。',
    },
  },
  {
    id: 'how-often',
    modes: ['batch'],
    question: {
      en: 'Both threads ask first, then take. In how many free runs do both come home?',
      zh: '两个线程都先问再取。有多少次自由运行，两个都能回家？',
    },
    choices: [
      { id: 'all', text: { en: 'in all', zh: '每次' }, misconception: 'C2' },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'none', text: { en: 'in none', zh: '一次也没有' } },
    ],
    answer: (trace) => howMany(trace, ({ expected }) => expected),
    afterwards: {
      en: 'The gap between asking and taking is short, so most runs may be lucky. Make it a millisecond and look again.',
      zh: '问与取之间的空隙很短，所以多数运行可能碰巧没事。把它拉长到一毫秒，再看看。',
    },
  },
  {
    id: 'every-order',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps in which a thread does not come home?',
      zh: '有没有一种步骤次序，使某个线程回不了家？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'Asking and taking are two steps, and one switch of threads between them is enough. Taking at once and catching Empty is one step.',
      zh: '问和取是两步，中间换一次线程就够了。直接取并捕获 Empty，才是一步。',
    },
  },
];

import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { firstWait, mostInside } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'who-is-next',
    modes: ['stepped', 'free'],
    question: {
      en: 'The car park is full and cars wait. When a place comes free, who gets it?',
      zh: '停车场满了，外面有车在等。空出一个车位时，给谁？',
    },
    choices: [
      { id: 'first', text: { en: 'always the one that waited longest', zh: '总是等得最久的' }, misconception: 'C7' },
      { id: 'any', text: { en: 'another one', zh: '别的车' } },
      { id: 'nobody', text: { en: 'nobody had to wait', zh: '没有车需要等' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const first = firstWait(trace);
      if (!first) return { choice: 'nobody', seq: end.seq };
      const waiting: string[] = [];
      for (const event of trace.slice(0)) {
        if (event.actor === 'main') continue;
        if (event.kind === 'thread.blocked') waiting.push(event.actor);
        if (event.kind !== 'semaphore.acquired') continue;
        const place = waiting.indexOf(event.actor);
        if (waiting.length > 0 && place !== 0) return { choice: 'any', seq: event.seq };
        waiting.shift();
      }
      return { choice: 'first', seq: first.seq };
    },
    afterwards: {
      en: 'The documentation promises no order. Whoever comes just now may be quicker than one that has to wake up first.',
      zh: '文档不保证次序。刚到的那辆，可能比要先醒过来的那辆更快。',
    },
  },
  {
    id: 'always-in-bounds',
    modes: ['batch'],
    question: { en: 'In how many runs are there ever too many cars inside?', zh: '有几次运行中，里面的车曾经太多？' },
    choices: [
      { id: 'none', text: { en: 'in none', zh: '没有' } },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'all', text: { en: 'in all', zh: '每次都有' } },
    ],
    answer: (trace) => howMany(trace, ({ expected }) => !expected),
    afterwards: {
      en: 'The counter is exact, whoever comes and goes. It is only as right as the releases are: one too many, and there is a place that does not exist.',
      zh: '无论谁来谁走，计数都是准的。但它只和释放一样可靠：多释放一次，就多出一个并不存在的车位。',
    },
  },
  {
    id: 'search',
    modes: ['search'],
    question: { en: 'Is there an order in which too many cars are inside?', zh: '有没有一种次序，使里面的车太多？' },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'With one release for each acquire: none. With a careless driver: yes, unless the semaphore is bounded.',
      zh: '每次获取对应一次释放：没有。有一个粗心的司机：有，除非信号量是有界的。',
    },
  },
  {
    id: 'how-many-inside',
    modes: ['free'],
    question: { en: 'How many cars are inside at once, at most?', zh: '里面最多同时有几辆车？' },
    choices: [
      { id: 'fewer', text: { en: 'fewer than there are places', zh: '少于车位数' } },
      { id: 'places', text: { en: 'as many as there are places', zh: '等于车位数' } },
      { id: 'more', text: { en: 'more', zh: '更多' } },
    ],
    answer(trace) {
      const most = mostInside(trace);
      if (!most || !findEvent(trace, (event) => event.kind === 'run.ended')) return undefined;
      const places = Number(trace.header.knobs['manyPlaces']);
      return { choice: most.cars < places ? 'fewer' : most.cars === places ? 'places' : 'more', seq: most.seq };
    },
    afterwards: {
      en: 'A semaphore is no traffic light for one car but a counter of places: it keeps nobody from coming in while the counter is above zero.',
      zh: '信号量不是一次放一辆的红绿灯，而是车位的计数：只要大于零，谁来都放行。',
    },
  },
];

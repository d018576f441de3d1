import { findOf, howMany, type Prediction } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { answerTaken, type Read, readsOf, writtenOf } from './readings.ts';
import { settingOf } from './setting.ts';

const end = (trace: Trace) => findOf(trace, 'run.ended', () => true);
const storyOf = ({ header }: Trace) => settingOf(header.knobs, header.mode).story;
const DATE = 2;

export const predictions: readonly Prediction[] = [
  {
    id: 'date',
    modes: ['free'],
    question: {
      en: 'The client has read the list of processes by one recv(1024). Now it asks for the date and calls recv() once. What does it get?',
      zh: '客户端用一次 recv(1024) 读了进程列表。现在它问日期，再调用一次 recv()。会得到什么？',
    },
    choices: [
      { id: 'date', text: { en: 'the date, 29 bytes', zh: '日期，29 字节' }, misconception: 'N1' },
      { id: 'rest', text: { en: 'more of the list, no date', zh: '列表的下文，没有日期' } },
      { id: 'glued', text: { en: 'the end of the list with the date behind it', zh: '列表的结尾，后面粘着日期' } },
      { id: 'piece', text: { en: 'a piece of the date', zh: '日期的一段' } },
      { id: 'not-here', text: { en: 'nobody asks in this run', zh: '这次运行没有人问' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (storyOf(trace) !== 'results') return over && { choice: 'not-here', seq: over.seq };
      const taken = answerTaken(trace, 'date');
      if (taken) return { choice: forDate(taken), seq: taken.seq };
      return over && { choice: 'not-here', seq: over.seq };
    },
    afterwards: {
      en: 'One question, one answer, one recv(): so one would build it. But recv() does not know of questions. It goes on where the last one stopped.',
      zh: '一问、一答、一次 recv()，谁都会这么写。可 recv() 不知道什么是问题：上一次停在哪里，它就从哪里继续。',
    },
  },
  {
    id: 'how-many-reads',
    modes: ['free'],
    question: {
      en: 'Messages back to back: the server calls send() three times, 20 bytes each. How many times does recv(1024) give something?',
      zh: '接连发送：服务器调用三次 send()，每次 20 字节。recv(1024) 有几次得到数据？',
    },
    choices: [
      { id: 'one', text: { en: 'once', zh: '1 次' } },
      { id: 'as-many', text: { en: 'as often as send()', zh: '与 send() 一样多' }, misconception: 'N1' },
      { id: 'other', text: { en: 'another number of times', zh: '别的次数' } },
      { id: 'not-here', text: { en: 'this run sends one message at most', zh: '这次运行至多发一条消息' } },
      { id: 'other-story', text: { en: 'this run tells the other story', zh: '这次运行讲的是另一个故事' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (!over) return undefined;
      if (storyOf(trace) !== 'burst') return { choice: 'other-story', seq: over.seq };
      const reads = readsOf(trace);
      const messages = writtenOf(trace).length;
      if (messages < 2) return { choice: 'not-here', seq: over.seq };
      const choice = reads.length === 1 ? 'one' : reads.length === messages ? 'as-many' : 'other';
      return { choice, seq: reads.at(-1)?.seq ?? over.seq };
    },
    afterwards: {
      en: 'Three calls, so three deliveries: a parcel service works like that. TCP is a pipe: what is in it when you look is what you get.',
      zh: '三次调用，就有三次投递：快递才是这样。TCP 是一根管子：你去接的时候里面有什么，就得到什么。',
    },
  },
  {
    id: 'how-often',
    modes: ['batch'],
    question: {
      en: 'Now the client reads soon. In how many runs does every recv() give exactly one message?',
      zh: '这次客户端很快就读。有多少次运行，每次 recv() 恰好得到一条消息？',
    },
    choices: [
      { id: 'all', text: { en: 'in all', zh: '每次' }, misconception: 'N1' },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'none', text: { en: 'in none', zh: '一次也没有' } },
    ],
    answer: (trace) => howMany(trace, ({ expected }) => expected),
    afterwards: {
      en: 'Who reads fast enough sees whole messages now and then, and takes it for a rule. The same program reads otherwise on a busier machine.',
      zh: '读得够快，偶尔就能看到完整的消息，于是以为这是规律。换一台更忙的机器，同一个程序读到的就不同了。',
    },
  },
];

function forDate({ parts }: Read): 'date' | 'rest' | 'glued' | 'piece' {
  const own = parts.find(({ message }) => message === DATE);
  if (!own) return 'rest';
  if (parts.length > 1) return 'glued';
  return own.share === 'whole' ? 'date' : 'piece';
}

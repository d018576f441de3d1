import { type Lab, type Text, threadActors, threadName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const names: Readonly<Record<string, Text>> = {
  t1: { en: 'the reporter', zh: '报告线程' },
  t2: { en: 'the writer', zh: '写入线程' },
};

const lab: Lab = {
  id: 'daemon-threads',
  track: 'E',
  place: 2,
  title: { en: 'Daemon threads', zh: '守护线程' },
  summary: {
    en: 'Main’s code ends, and the program goes on. Then it really ends, and a daemon is cut off in the middle of a record.',
    zh: '主线程的代码结束了，程序还在继续。等到真正结束时，守护线程的记录才写了一半。',
  },
  caption: { en: 'Who still lives when main’s code has ended', zh: '主线程的代码结束之后，谁还活着' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'batch', 'search'],
  knobs,
  actors: () => threadActors({ threads: 2, main: 'main', program: (thread) => (thread === 1 ? 'reporter' : 'writer') }),
  actorName: (actor) => names[actor] ?? threadName(actor),
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [0, 0, 0, 1, 2, 2, 2, 1, 2, 1] },
    { mode: 'free' },
    { mode: 'batch' },
    { mode: 'search' },
  ],
};

export default lab;

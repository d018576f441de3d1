import { type Lab, threadActors, threadName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'rlock',
  track: 'E',
  place: 10,
  title: { en: 'Reentrant lock', zh: '可重入锁' },
  summary: {
    en: 'A thread asks for a lock that it already has. One kind of lock lets it wait for itself, the other counts.',
    zh: '一个线程去要它已经拿着的锁。一种锁让它永远等自己，另一种锁会计数。',
  },
  caption: { en: 'Who holds the lock, and how deep', zh: '谁拿着锁，拿了几层' },
  sign: 'lanes',
  modes: ['stepped', 'free', 'search'],
  knobs,
  actors: (values) =>
    threadActors({ threads: 2, program: () => (values['story'] === 'transfer' ? 'transfer' : 'deposit') }),
  actorName: threadName,
  moments,
  predictions,
  claims,
  golden: [
    { mode: 'stepped', schedule: [1] },
    { mode: 'free', knobs: { kind: 'rlock' } },
    { mode: 'search', knobs: { kind: 'rlock', story: 'transfer' } },
  ],
};

export default lab;

import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { acceptPerformsTheHandshake } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'handshake',
  track: 'B',
  place: 1,
  title: { en: 'Three-way handshake', zh: '三次握手' },
  summary: {
    en: 'Two real kernels agree on two numbers before any byte moves. Watch them do it while the server’s program sleeps.',
    zh: '在任何数据移动之前，两个真实的内核先商定两个数。看它们如何在服务器程序睡眠时完成这件事。',
  },
  caption: { en: 'Two kernels connect while a program sleeps', zh: '程序在睡，两个内核已经连上' },
  sign: 'sequence',
  modes: ['free', 'stepped'],
  needs: ({ mode, knobs: { rules } }) => (mode === 'stepped' || rules !== '' ? 'cable' : 'network'),
  knobs,
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims: [acceptPerformsTheHandshake],
  // By hand, as a hand that drops the first SYN and lets all else pass would have done it.
  golden: [{ mode: 'free' }, { mode: 'stepped', knobs: { rules: 'drop client SYN 1; pass', acceptAfterMs: 0 } }],
};

export default lab;

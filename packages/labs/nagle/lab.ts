import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'nagle',
  track: 'B',
  place: 8,
  title: { en: 'Nagle and delayed ACK', zh: 'Nagle 算法与延迟 ACK' },
  summary: {
    en: 'Two small writes, then wait for the answer. One kernel waits for an ACK, the other one waits to send it.',
    zh: '写两小段，然后等回答。一边的内核在等 ACK，另一边的内核在等机会发 ACK。',
  },
  caption: { en: 'Two good ideas wait for each other', zh: '两个好主意，互相等待' },
  sign: 'sequence',
  modes: ['free'],
  needs: ({ knobs: { delayMs } }) => (Number(delayMs) > 0 ? 'cable' : 'network'),
  knobs,
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
  sentence,
};

export default lab;

import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'loss',
  track: 'B',
  place: 6,
  title: { en: 'Loss and retransmission', zh: '丢失与重传' },
  summary: {
    en: 'Six blocks, and the cable eats one. Two real kernels notice, repair it, and the programs never know.',
    zh: '六块数据，网线吃掉一块。两个真实的内核发现并补上，程序毫不知情。',
  },
  caption: { en: 'A hole, and how it is filled', zh: '一个空洞，以及它怎样被填上' },
  sign: 'sequence',
  modes: ['free', 'stepped'],
  needs: () => 'cable',
  knobs,
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }, { mode: 'stepped', knobs: { rules: 'drop client data 2; pass' } }],
  sentence,
};

export default lab;

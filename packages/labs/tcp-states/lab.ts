import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { needsCable } from './story.ts';

const lab: Lab = {
  id: 'tcp-states',
  track: 'B',
  place: 3,
  title: { en: 'TCP state machine', zh: 'TCP 状态机' },
  summary: {
    en: 'A token for each end on the diagram of RFC 9293, moved by two real kernels. Hold each segment yourself and see what it moves.',
    zh: 'RFC 9293 的状态图上，两端各一枚棋子，由两个真实的内核推动。亲手放行每个报文段，看它推动了什么。',
  },
  caption: { en: 'Two tokens, moved by calls and segments', zh: '两枚棋子，由调用和报文段推动' },
  sign: 'states',
  modes: ['free', 'stepped'],
  needs: ({ mode, knobs: values }) =>
    mode === 'stepped' || needsCable(values) || values['rules'] !== '' ? 'cable' : 'network',
  knobs,
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
};

export default lab;

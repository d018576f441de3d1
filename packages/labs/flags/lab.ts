import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'flags',
  track: 'B',
  place: 11,
  title: { en: 'The six flags', zh: '六个标志位' },
  summary: {
    en: 'SYN, ACK, PSH, URG, FIN, RST: each made for real by one small exchange. Who set it, and why?',
    zh: 'SYN、ACK、PSH、URG、FIN、RST：每一个都由一次小小的真实交互产生。是谁设的，为什么？',
  },
  caption: { en: 'Six bits, and who set them', zh: '六个比特，是谁设的' },
  sign: 'bytes',
  modes: ['free'],
  needs: ({ knobs: values }) => (values['pushIsLate'] === true ? 'cable' : 'network'),
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

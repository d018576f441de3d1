import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'framing',
  track: 'C',
  place: 7,
  title: { en: 'Framing that works', zh: '可靠的成帧' },
  summary: {
    en: 'Six ways to say where a message ends, tried on the same bytes; and what becomes of each when a header lies.',
    zh: '说明“消息在哪里结束”的六种办法，用在同样的字节上；以及首部说谎时，各自会怎样。',
  },
  caption: { en: 'The same bytes, read by each framer', zh: '同样的字节，各个成帧器怎么读' },
  sign: 'bytes',
  modes: ['free'],
  needs: () => 'network',
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

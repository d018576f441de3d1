import { type Lab, networkName } from '@lockstep/lab';
import { actorsOf } from './cast.ts';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'loops',
  track: 'C',
  place: 2,
  title: { en: 'Two loops of a server', zh: '服务器的两个循环' },
  summary: {
    en: 'One loop for messages, one for connections. The second client is connected, has sent, and is not served.',
    zh: '通信循环，连接循环。第二个客户端连上了，也发了，却没有人服务它。',
  },
  caption: { en: 'One is served, the next one waits', zh: '一个在受理，下一个在等' },
  sign: 'sequence',
  modes: ['free'],
  needs: () => 'cable',
  knobs,
  actors: actorsOf,
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
};

export default lab;

import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'empty-send',
  track: 'C',
  place: 4,
  title: { en: 'Sending nothing', zh: '发送“空”' },
  summary: {
    en: 'The user only presses Enter, and two programs wait for each other for ever. What did send(b"") send?',
    zh: '用户只按了一下回车，两个程序就永远互相等下去。send(b"") 到底发了什么？',
  },
  caption: { en: 'Nothing leaves, and both wait', zh: '什么也没发出，双方都在等' },
  sign: 'sequence',
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

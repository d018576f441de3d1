import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'disconnect',
  track: 'C',
  place: 5,
  title: { en: 'The peer disappears', zh: '对方不见了' },
  summary: {
    en: 'A client closes, resets, or is killed. A server without care reads nothing for ever, or dies with it.',
    zh: '客户端关闭、复位、被杀死。没有防备的服务器，要么永远读到空，要么跟着一起死。',
  },
  caption: { en: 'One goes; what the other hears', zh: '一个走了，另一个听到什么' },
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
};

export default lab;

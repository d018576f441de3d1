import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'echo',
  track: 'C',
  place: 1,
  title: { en: 'First server, first client', zh: '第一个服务器，第一个客户端' },
  summary: {
    en: 'Eight calls, two programs, two kernel buffers between them. What you send comes back; watch where it waits.',
    zh: '八个调用，两个程序，中间隔着两个内核的缓冲区。发出去的会回来；看它在哪里等。',
  },
  caption: { en: 'A message, and its way there and back', zh: '一条消息，去了又回' },
  sign: 'sequence',
  modes: ['free'],
  needs: ({ knobs: { rules } }) => (rules === '' ? 'network' : 'cable'),
  knobs,
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
};

export default lab;

import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'flow-control',
  track: 'B',
  place: 7,
  title: { en: 'Window and back-pressure', zh: '窗口与反压' },
  summary: {
    en: 'A fast sender, and a reader that does something else. Both buffers fill, the window shuts, and send() waits.',
    zh: '发送方很快，接收方在忙别的。两边缓冲区填满，窗口关闭，send() 只好等。',
  },
  caption: { en: 'Two buffers fill, and the sender waits', zh: '两个缓冲区填满，发送方等待' },
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

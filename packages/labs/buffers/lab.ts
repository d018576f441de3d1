import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'buffers',
  track: 'C',
  place: 3,
  title: { en: 'send() is not recv()', zh: 'send() 不等于 recv()' },
  summary: {
    en: 'Three sends, two receives, and not a byte is missing. Count the calls, then count the bytes.',
    zh: '发三次，收两次，一个字节也不少。先数调用，再数字节。',
  },
  caption: { en: 'What went in by calls, and how it came out', zh: '怎样放进去，又怎样取出来' },
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

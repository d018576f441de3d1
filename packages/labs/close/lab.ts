import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { howOf } from './how.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'close',
  track: 'B',
  place: 2,
  title: { en: 'Four-way close', zh: '四次挥手' },
  summary: {
    en: 'Two directions, two farewells. Merge two of the four, keep one direction open, throw it all away, or count down TIME-WAIT.',
    zh: '两个方向，两次道别。把四次并成三次，留一个方向不关，整个扔掉，或者看 TIME-WAIT 倒数。',
  },
  caption: { en: 'A connection ends, one direction at a time', zh: '连接结束，一次一个方向' },
  sign: 'sequence',
  modes: ['free'],
  needs: ({ knobs: values }) =>
    howOf(values) === 'both' || howOf(values) === 'countdown' || values['rules'] !== '' ? 'cable' : 'network',
  knobs,
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
};

export default lab;

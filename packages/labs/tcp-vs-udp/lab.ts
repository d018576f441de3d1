import type { Lab } from '@lockstep/lab';
import { actorName, actors } from './cast.ts';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'tcp-vs-udp',
  track: 'B',
  place: 10,
  title: { en: 'TCP and UDP, side by side', zh: 'TCP 与 UDP 并排看' },
  summary: {
    en: 'The same words, the same cable, two ways to travel. What is set up, kept apart, put in order and repaired, and by whom.',
    zh: '同样的话，同样的网线，两种走法。谁来建立连接、分开消息、排好次序、补上丢失的。',
  },
  caption: { en: 'The same messages, twice', zh: '同样的消息，走两遍' },
  sign: 'sequence',
  modes: ['free'],
  needs: () => 'cable',
  knobs,
  actors,
  actorName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
};

export default lab;

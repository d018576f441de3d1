import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';
import { PROGRAMS, storyOf } from './story.ts';

const lab: Lab = {
  id: 'udp',
  track: 'B',
  place: 9,
  title: { en: 'UDP', zh: 'UDP' },
  summary: {
    en: 'No connection, no stream, no promise: one send, one datagram, one receive. What is cut, lost or too long, and who is told.',
    zh: '没有连接，没有字节流，也没有承诺：一次发送，一个数据报，一次接收。被截断、丢失或太长时会怎样，谁会知道。',
  },
  caption: { en: 'Datagrams, one by one', zh: '数据报，一个一个' },
  sign: 'sequence',
  modes: ['free'],
  needs: () => 'cable',
  knobs,
  actors: (values) => {
    const programs = PROGRAMS[storyOf(values)];
    return networkActors([
      { name: 'client', program: programs.client },
      { name: 'server', program: programs.server },
    ]);
  },
  actorName: networkName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
  sentence,
};

export default lab;

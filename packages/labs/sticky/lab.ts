import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { hostsOf } from './cast.ts';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { isWhole, readsOf } from './readings.ts';
import { sentence } from './sentence.ts';
import { settingOf } from './setting.ts';

const lab: Lab = {
  id: 'sticky',
  track: 'C',
  place: 6,
  title: { en: 'Sticky packets', zh: '粘包' },
  summary: {
    en: 'You ask for the date and get a page of processes. Where one message ends is written down nowhere.',
    zh: '你问的是日期，得到的却是一页进程。一条消息在哪里结束，哪里都没有记下。',
  },
  caption: { en: 'What was written, what was read', zh: '写进去的，读出来的' },
  sign: 'bytes',
  modes: ['free', 'batch'],
  needs: () => 'network',
  knobs,
  actors: (values, mode) => networkActors(hostsOf(settingOf(values, mode).story)),
  actorName: networkName,
  moments,
  predictions,
  claims,
  outcome(trace) {
    if (trace.header.mode !== 'free') return undefined;
    const reads = readsOf(trace);
    const count = reads.length;
    return {
      value: { en: count === 1 ? '1 chunk' : `${count} chunks`, zh: `${count} 块` },
      expected: reads.every(isWhole),
    };
  },
  golden: [{ mode: 'free' }, { mode: 'batch' }],
  sentence,
};

export default lab;

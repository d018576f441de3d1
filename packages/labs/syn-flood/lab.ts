import { type Lab, networkActors, networkName, type Text } from '@lockstep/lab';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const NAMES: Readonly<Record<string, Text>> = {
  attacker: { en: 'the attacker', zh: '攻击者程序' },
  'attacker.kernel': { en: 'the attacker’s kernel', zh: '攻击者内核' },
};

const lab: Lab = {
  id: 'syn-flood',
  track: 'B',
  place: 4,
  title: { en: 'SYN flood and half-open connections', zh: 'SYN 洪泛与半连接' },
  summary: {
    en: 'A few forged SYNs, answered and remembered for nobody, shut a good client out. SYN cookies let it in: the kernel forgets on purpose.',
    zh: '几个伪造的 SYN，得到应答、被记在心里，却没有人回来，就把好客户端关在门外。SYN cookie 让它进来：内核有意不记。',
  },
  caption: { en: 'Half-open connections take all the places', zh: '半连接占满了位置' },
  sign: 'queue',
  modes: ['free'],
  needs: () => 'cable',
  knobs,
  actors: () => networkActors([{ name: 'attacker' }, { name: 'client' }, { name: 'server' }]),
  actorName: (actor) => NAMES[actor] ?? networkName(actor),
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }],
  sentence,
};

export default lab;

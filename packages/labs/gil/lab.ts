import type { Lab, Text } from '@lockstep/lab';
import { type Actor, assertNever, type ColourNumber, type KnobValues, type Mode } from '@lockstep/trace';
import { claims } from './claims.ts';
import { knobs } from './knobs.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';
import { sentence } from './sentence.ts';

const lab: Lab = {
  id: 'gil',
  track: 'E',
  place: 5,
  title: { en: 'One interpreter lock', zh: '全局解释器锁' },
  summary: {
    en: 'Watch real threads pass one lock around every five milliseconds, then stop the real CPython in the middle of total += 1.',
    zh: '看真实的线程每五毫秒传递一次锁，再让真正的 CPython 停在 total += 1 的半路上。',
  },
  caption: { en: 'Who has the interpreter lock, and when', zh: '解释器锁何时在谁手里' },
  sign: 'lanes',
  modes: ['free', 'stepped', 'batch'],
  needs: ({ mode, knobs: values }) => (mode === 'free' && values['interpreter'] !== 'cpython' ? undefined : 'python'),
  knobs,
  actors,
  actorName,
  moments,
  predictions,
  claims,
  golden: [{ mode: 'free' }, { mode: 'stepped', schedule: [1, 1, 1, 2, 2, 2, 2, 2, 1, 1] }, { mode: 'batch' }],
  sentence,
};

function actors(values: KnobValues, mode: Mode): readonly Actor[] {
  const main: Actor = { id: 'main', role: 'main', colour: 0 };
  switch (mode) {
    case 'free':
      return [
        main,
        ...named(Number(values['cpuThreads']), 't', 'compute', 1),
        ...named(Number(values['ioThreads']), 'io', 'receive', 5),
      ];
    case 'stepped':
      return [main, ...named(2, 't', String(values['form']), 1)];
    case 'batch':
    case 'search':
      return [main];
    default:
      return assertNever(mode);
  }
}

function named(count: number, prefix: 't' | 'io', program: string, firstColour: number): readonly Actor[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}${index + 1}`,
    role: 'thread',
    colour: (firstColour + index) as ColourNumber,
    program,
  }));
}

function actorName(actor: string): Text {
  const [, prefix, number] = /^(t|io)(\d+)$/.exec(actor) ?? [];
  if (prefix === 't') return { en: `thread ${number}`, zh: `线程 ${number}` };
  if (prefix === 'io') return { en: `input ${number}`, zh: `输入线程 ${number}` };
  return actor === 'main' ? { en: 'main', zh: '主线程' } : { en: actor, zh: actor };
}

export default lab;

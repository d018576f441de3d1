// The interpreter lock, bytecode, CPython's objects, and work that is measured.
import type { Kind } from '@lockstep/trace';
import { printedDuration } from '../printed.ts';
import type { OperationsOf } from './operation.ts';

type InterpreterKind = Extract<
  Kind,
  `${'gil' | 'opcode' | 'object' | 'reference' | 'collector' | 'work' | 'measure'}.${string}`
>;

export const interpreterOperations: OperationsOf<InterpreterKind> = {
  'gil.requested': () => ({ form: 'tick', word: '' }),
  'gil.taken': ({ waitedUs }) => ({
    form: 'token',
    word: 'GIL',
    ...(waitedUs === undefined ? {} : { detail: printedDuration(waitedUs) }),
  }),
  'gil.drop-requested': ({ holder }, { mark }) => ({
    form: 'outline',
    word: 'ask',
    ...(holder === undefined ? {} : { detail: mark(holder) }),
  }),
  'gil.dropped': ({ reason }) => ({ form: 'outline', word: 'drop', detail: reason }),
  'gil.measured': ({ perSecond }) => ({ form: 'outline', word: 'GIL', detail: `${Math.round(perSecond)}/s` }),

  'opcode.executed': ({ opcode, argument }) => ({
    form: 'block',
    word: opcode,
    ...(argument === undefined ? {} : { detail: argument }),
  }),
  'object.created': ({ object }) => ({ form: 'block', word: 'new', detail: object }),
  'reference.changed': ({ object, count, before }) => ({
    form: 'block',
    word: `${object} ${count > before ? '+' : '−'}`,
    value: count,
  }),
  'object.freed': ({ object }) => ({ form: 'outline', word: 'free', detail: object }),
  'collector.ran': ({ collected }) => ({ form: 'outline', word: 'collect', value: collected }),

  'work.started': ({ of }) => ({ form: 'outline', word: 'work', detail: `0/${of}` }),
  'work.progressed': ({ done, of }) => ({ form: 'block', word: 'work', detail: `${done}/${of}` }),
  'work.finished': ({ of }) => ({ form: 'block', word: 'work', detail: `${of}/${of}` }),
  'measure.taken': ({ value, unit }) => ({ form: 'outline', word: 'measure', detail: `${value} ${unit}`.trimEnd() }),
};

import { findOf, type Moment, returnsOf } from '@lockstep/lab';
import {
  deadlocked,
  emptySend,
  emptySent,
  gaveUp,
  leftAfter,
  newlineSent,
  serverWaits,
  waitsForAnswer,
} from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'first-answer',
    label: { en: 'the first answer', zh: '第一个回答' },
    find: (trace) => returnsOf(trace, 'recv', 'client').find(({ bytes = 0 }) => bytes > 0)?.seq,
  },
  { id: 'empty', label: { en: 'send(b"")', zh: 'send(b"")' }, find: (trace) => emptySend(trace)?.seq },
  { id: 'returned', label: { en: 'it returns 0', zh: '返回 0' }, find: (trace) => emptySent(trace)?.seq },
  {
    id: 'server-waits',
    label: { en: 'the server waits', zh: '服务器在等' },
    find: (trace) => serverWaits(trace)?.seq,
  },
  {
    id: 'client-waits',
    label: { en: 'the client waits', zh: '客户端在等' },
    find: (trace) => waitsForAnswer(trace)?.seq,
  },
  { id: 'stuck', label: { en: 'for ever', zh: '永远等下去' }, find: (trace) => deadlocked(trace)?.seq },
  { id: 'newline', label: { en: 'one byte: "\\n"', zh: '一个字节："\\n"' }, find: (trace) => newlineSent(trace)?.seq },
  { id: 'gave-up', label: { en: 'TimeoutError', zh: 'TimeoutError' }, find: (trace) => gaveUp(trace)?.seq },
  {
    id: 'left',
    label: { en: 'what the client sends next', zh: '客户端随后发出的' },
    find: (trace) => leftAfter(trace)?.seq,
  },
  {
    id: 'over',
    label: { en: 'a good end', zh: '正常结束' },
    find: (trace) => findOf(trace, 'run.ended', ({ reason }) => reason === 'finished')?.seq,
  },
];

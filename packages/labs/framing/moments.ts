import { findOf, type Moment } from '@lockstep/lab';
import {
  decodedOf,
  firstFalse,
  lieTold,
  plannedFor,
  readEnds,
  refusalOf,
  settingIn,
  splitHeader,
  stuckSince,
} from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'lie',
    label: { en: 'message 4 is sent', zh: '发送第 4 条消息' },
    find: (trace) => lieTold(trace)?.seq,
  },
  {
    id: 'split-header',
    label: { en: 'half a header', zh: '半个首部' },
    find: (trace) => splitHeader(trace)?.seq,
  },
  {
    id: 'empty',
    label: { en: 'a message of 0 bytes', zh: '0 字节的消息' },
    find: (trace) => {
      const empty = plannedFor(settingIn(trace)).find(({ text, length }) => text === '' && length > 0);
      return decodedOf(trace).find(({ first, length }) => first === empty?.first && length === empty.length)?.seq;
    },
  },
  {
    id: 'assembled',
    label: { en: 'a message out of several reads', zh: '由几次读取拼成的消息' },
    find: (trace) => {
      const ends = readEnds(trace);
      return decodedOf(trace).find(
        ({ first, length, seq }) =>
          ends.filter((read) => read.seq < seq && first < read.end && read.end < first + length).length > 1,
      )?.seq;
    },
  },
  {
    id: 'false-message',
    label: { en: 'nobody sent this', zh: '没有人发过这条' },
    find: (trace) => firstFalse(trace)?.seq,
  },
  { id: 'refused', label: { en: 'refused', zh: '拒绝' }, find: (trace) => refusalOf(trace)?.seq },
  { id: 'stuck', label: { en: 'nobody can go on', zh: '谁都无法继续' }, find: (trace) => stuckSince(trace)?.seq },
  {
    id: 'ok',
    label: { en: 'the client says “ok”', zh: '客户端说“ok”' },
    find: (trace) => findOf(trace, 'call.entered', ({ actor, call }) => actor === 'client' && call === 'sendall')?.seq,
  },
];

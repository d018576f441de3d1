import { endMoment, findOf, findSegment, firstWrongMoment, type Moment } from '@lockstep/lab';
import { answerTaken, isCut, isGlued, readsOf, sharedSegment } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'written',
    label: { en: 'first message written', zh: '写入第一条消息' },
    find: (trace) => findOf(trace, 'call.returned', ({ actor, call }) => actor === 'server' && call === 'sendall')?.seq,
  },
  {
    id: 'segment',
    label: { en: 'first segment of it', zh: '它的第一个报文段' },
    find: (trace) => findSegment(trace, ({ from, length }) => from === 'server' && length > 0)?.seq,
  },
  {
    id: 'shared-segment',
    label: { en: 'two messages, one segment', zh: '两条消息，一个报文段' },
    find: (trace) => sharedSegment(trace)?.seq,
  },
  {
    id: 'cut',
    label: { en: 'a message is cut', zh: '消息被切断' },
    find: (trace) => readsOf(trace).find(isCut)?.seq,
  },
  {
    id: 'date',
    label: { en: 'taken for the date', zh: '被当作日期' },
    find: (trace) => answerTaken(trace, 'date')?.seq,
  },
  {
    id: 'glued',
    label: { en: 'glued', zh: '粘在一起' },
    find: (trace) => readsOf(trace).find(isGlued)?.seq,
  },
  {
    id: 'reset',
    label: { en: 'closed with bytes unread', zh: '未读完就关闭' },
    find: (trace) => findSegment(trace, ({ flags }) => flags.includes('RST'))?.seq,
  },
  endMoment,
  firstWrongMoment,
];

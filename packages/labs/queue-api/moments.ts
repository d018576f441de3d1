import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { lookUsed, orderShown, pastTheNumber, refusal, stuckSince, takenBetween, waitsFor } from './readings.ts';

export const moments: readonly Moment[] = [
  {
    id: 'full-at-once',
    label: { en: 'full: refused at once', zh: '满：立即拒绝' },
    find: (trace) => refusal(trace, 'queue.Full', 'at once')?.seq,
  },
  {
    id: 'full-in-time',
    label: { en: 'full: the time is over', zh: '满：时间到了' },
    find: (trace) => refusal(trace, 'queue.Full', 'in time')?.seq,
  },
  {
    id: 'waits-for-place',
    label: { en: 'waits for a place', zh: '等一个位置' },
    find: (trace) => waitsFor(trace, 'place'),
  },
  {
    id: 'order',
    label: { en: 'which one comes out', zh: '先出来的是哪个' },
    find: (trace) => orderShown(trace)?.get.seq,
  },
  {
    id: 'waits-for-item',
    label: { en: 'waits for an item', zh: '等一个数据项' },
    find: (trace) => waitsFor(trace, 'item'),
  },
  {
    id: 'empty-at-once',
    label: { en: 'empty: refused at once', zh: '空：立即拒绝' },
    find: (trace) => refusal(trace, 'queue.Empty', 'at once')?.seq,
  },
  {
    id: 'empty-in-time',
    label: { en: 'empty: the time is over', zh: '空：时间到了' },
    find: (trace) => refusal(trace, 'queue.Empty', 'in time')?.seq,
  },
  {
    id: 'look',
    label: { en: 'not empty, says empty()', zh: 'empty() 说：不空' },
    find: (trace) => lookUsed(trace)?.look.seq,
  },
  {
    id: 'between',
    label: { en: 'another one takes it', zh: '被别人取走' },
    find: (trace) => {
      const look = lookUsed(trace);
      return look && takenBetween(trace, look)?.seq;
    },
  },
  { id: 'stuck', label: { en: 'nobody can go on', zh: '谁都无法继续' }, find: stuckSince },
  {
    id: 'past-32767',
    label: { en: 'item 32,768', zh: '第 32 768 项' },
    find: (trace) => pastTheNumber(trace)?.seq,
  },
  endMoment,
  searchMoment,
];

import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';
import { clockOf } from './ticks.ts';

export const moments: readonly Moment[] = [
  {
    id: 'started',
    label: { en: 'the timer is started', zh: '定时器启动' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'thread.spawned')?.seq,
  },
  {
    id: 'time-out',
    label: { en: 'its time has run out', zh: '时间到' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'event.waited' && !event.isSet)?.seq,
  },
  { id: 'cancel', label: { en: 'main cancels', zh: '主线程取消' }, find: (trace) => cancelled(trace)?.seq },
  { id: 'runs', label: { en: 'the function runs', zh: '函数执行' }, find: (trace) => logsOut(trace)?.seq },
  {
    id: 'sure',
    label: { en: 'main is sure', zh: '主线程确定了' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'thread.joined')?.seq,
  },
  {
    id: 'order',
    label: { en: 'the order', zh: '下单' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'value.added' && event.name === 'orders')?.seq,
  },
  {
    id: 'first-tick',
    label: { en: 'the first tick', zh: '第一次滴答' },
    find: (trace) => clockOf(trace)?.ticks[0]?.seq,
  },
  {
    id: 'last-tick',
    label: { en: 'the last tick', zh: '最后一次滴答' },
    find: (trace) => clockOf(trace)?.ticks.at(-1)?.seq,
  },
  endMoment,
  searchMoment,
];

/** Main’s cancel(): it sets the event for which the timer waits. */
export function cancelled(trace: Trace): EventOf<'event.set'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'event.set' && event.actor === 'main');
  return found?.kind === 'event.set' ? found : undefined;
}

/** What the timer does when nobody cancelled it in time. */
export function logsOut(trace: Trace): EventOf<'value.written'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'value.written' && event.name === 'logged in');
  return found?.kind === 'value.written' ? found : undefined;
}

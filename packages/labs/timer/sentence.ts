// A clock’s ticks with their times, and what the timer’s event and its function stand for: the shared sentences know only a value and an event.
import type { Language, Text } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { clockOf, inMs } from './ticks.ts';

export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  return textOf(event, trace)?.[language];
}

function textOf(event: TraceEvent, trace: Trace): Text | undefined {
  if (event.kind === 'event.set' && event.actor === 'main')
    return {
      en: 'Main cancels: it sets the flag for which the timer waits.',
      zh: '主线程取消：立起定时器所等的标志。',
    };
  if (event.kind === 'value.written')
    return { en: 'The timer’s function runs: the customer is logged out.', zh: '定时器的函数执行：顾客被登出。' };
  if (event.kind !== 'value.added') return undefined;
  const tick = clockOf(trace, event.seq + 1)?.ticks.find(({ seq }) => seq === event.seq);
  return (
    tick && {
      en: `Tick ${tick.number} comes ${inMs(tick.atUs)} after the start: ${inMs(tick.lateUs)} late.`,
      zh: `第 ${tick.number} 次滴答在开始后 ${inMs(tick.atUs)}：迟了 ${inMs(tick.lateUs)}。`,
    }
  );
}

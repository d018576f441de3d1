// Works and measures in this lab's own words; the shared ones know only their names.
import type { Language, Text } from '@lockstep/lab';
import type { EventOf, TraceEvent } from '@lockstep/trace';
import { SIMULATED, STATEMENT } from './works.ts';

export function sentence(event: TraceEvent, _: unknown, language: Language): string | undefined {
  return textOf(event)?.[language];
}

function textOf(event: TraceEvent): Text | undefined {
  switch (event.kind) {
    case 'work.started':
      return event.work === SIMULATED
        ? {
            en: `Real threads begin, under a lock made like CPython’s, for ${event.of} ms.`,
            zh: `真实的线程开始运行 ${event.of} 毫秒，所用的锁仿照 CPython。`,
          }
        : {
            en: `${event.work} begins the same, with its own lock and threads, for ${event.of} ms.`,
            zh: `${event.work} 用自己的锁与线程开始同样的工作，${event.of} 毫秒。`,
          };
    case 'work.finished':
      return event.work === SIMULATED
        ? { en: 'The work under the simulated lock is done.', zh: '模拟的锁下，工作结束。' }
        : { en: `${event.work} has done its work.`, zh: `${event.work} 的工作结束。` };
    case 'measure.taken':
      return measureText(event);
    case 'outcome.observed':
      return event.value.endsWith('%') ? formText(event) : undefined;
    default:
      return undefined;
  }
}

function measureText({ actor, what, value }: EventOf<'measure.taken'>): Text | undefined {
  const number = actor.replace(/\D+/, '');
  const en = actor.startsWith('io') ? `Input ${number}` : `Thread ${number}`;
  const zh = actor.startsWith('io') ? `输入线程 ${number} ` : `线程 ${number} `;
  switch (what) {
    case 'work':
      return { en: `${en} has executed ${value} batches of bytecode.`, zh: `${zh}执行了 ${value} 批字节码。` };
    case 'median wait':
      return {
        en: `${en}, back from its sleep, usually waited ${short(value)} ms for the lock.`,
        zh: `${zh}睡醒之后，通常等锁 ${short(value)} 毫秒。`,
      };
    case 'speed-up':
      return {
        en: `Together they did ${short(value)} times what the first one does alone in that time.`,
        zh: `它们合起来完成的，是第一个线程独自完成的 ${short(value)} 倍。`,
      };
    default:
      return Object.values(STATEMENT).includes(what as never)
        ? { en: `${what}: ${value} % of the updates are lost.`, zh: `${what}：丢失 ${value} % 的更新。` }
        : undefined;
  }
}

function formText({ expected }: EventOf<'outcome.observed'>): Text {
  return expected
    ? { en: 'The total is what was added: this form lost nothing.', zh: '总数正是所加的次数：这种写法没有丢失。' }
    : {
        en: 'The total is less than what was added: this form loses updates.',
        zh: '总数少于所加的次数：这种写法会丢失更新。',
      };
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

// What a thread is doing, in a word or two, the same in every drawing.
import { assertNever, type ThreadStanding } from '@lockstep/trace';
import type { Language } from '../text.ts';

interface ThreadWords {
  readonly notStarted: string;
  readonly ready: string;
  readonly called: string;
  readonly finished: string;
  readonly killed: string;
  readonly sleeping: (ms: number) => string;
  readonly waiting: (on: string) => string;
  readonly atMost: (ms: number) => string;
  readonly failed: (error: string) => string;
  readonly endedBy: (error: string) => string;
  readonly daemon: string;
}

const english: ThreadWords = {
  notStarted: 'not started',
  ready: 'ready',
  called: 'may go on',
  finished: 'finished',
  killed: 'killed',
  sleeping: (ms) => `sleeps ${ms} ms`,
  waiting: (on) => `waits: ${on}`,
  atMost: (ms) => `≤ ${ms} ms`,
  failed: (error) => `raised ${error}`,
  endedBy: (error) => `ended by ${error}`,
  daemon: 'daemon',
};

const chinese: ThreadWords = {
  notStarted: '未启动',
  ready: '就绪',
  called: '可以继续',
  finished: '已结束',
  killed: '被终止',
  sleeping: (ms) => `睡眠 ${ms} ms`,
  waiting: (on) => `等待：${on}`,
  atMost: (ms) => `≤ ${ms} ms`,
  failed: (error) => `抛出 ${error}`,
  endedBy: (error) => `因 ${error} 结束`,
  daemon: '守护线程',
};

export const threadWords: Readonly<Record<Language, ThreadWords>> = { en: english, zh: chinese };

/**
 * What a thread is doing.
 * @param reason what it waits for, where the drawing knows better than the name of the object
 */
export function standingText(standing: ThreadStanding, language: Language, reason = standing.on ?? ''): string {
  const words = threadWords[language];
  const { state, failure, timeoutMs } = standing;
  switch (state) {
    case 'not-started':
      return words.notStarted;
    case 'ready':
      return failure ? words.failed(errorName(failure.error)) : words.ready;
    case 'called':
      return words.called;
    case 'waiting':
      return words.waiting(timeoutMs === undefined ? reason : listed([reason, words.atMost(timeoutMs)], language));
    case 'sleeping':
      return words.sleeping(standing.sleepMs ?? 0);
    case 'finished':
      return failure ? words.endedBy(errorName(failure.error)) : words.finished;
    case 'killed':
      return words.killed;
    default:
      return assertNever(state);
  }
}

/** What a thread waits for, with the names of threads in it: `join(t1)`. */
export function namedReason(on: string | undefined, name: (actor: string) => string): string {
  return (on ?? '').replaceAll(/\b(?:main|t[1-9]\d*)\b/g, name);
}

/** `ValueError` of `ValueError: released too many times`. */
export function errorName(error: string): string {
  return error.split(':')[0] as string;
}

/** Words one after the other, as a sentence lists them. */
export function listed(words: readonly string[], language: Language): string {
  return words.join(language === 'zh' ? '，' : ', ');
}

import { assertNever } from '@lockstep/trace';
import type { Language } from '../text.ts';
import type { Standing } from './standing.ts';

interface ProgramWords {
  readonly listing: string;
  readonly hint: string;
  readonly inCall: (call: string) => string;
  readonly waiting: (on: string) => string;
  readonly states: Readonly<Record<'not-started' | 'running' | 'sleeping' | 'finished' | 'killed', string>>;
  readonly at: (name: string) => string;
}

const english: ProgramWords = {
  listing: 'Language of the listing',
  hint: 'the line each one is on',
  inCall: (call) => `in ${call}()`,
  waiting: (on) => `waiting: ${on}`,
  states: {
    'not-started': 'not started',
    running: 'running',
    sleeping: 'sleeping',
    finished: 'finished',
    killed: 'killed',
  },
  at: (name) => `${name} is here`,
};

const chinese: ProgramWords = {
  listing: '程序语言',
  hint: '各方当前所在行',
  inCall: (call) => `正在 ${call}()`,
  waiting: (on) => `等待：${on}`,
  states: { 'not-started': '未开始', running: '运行中', sleeping: '睡眠中', finished: '已结束', killed: '被终止' },
  at: (name) => `${name}在此`,
};

export const programWords: Readonly<Record<Language, ProgramWords>> = { en: english, zh: chinese };

/** What a program is doing, in two or three words. */
export function stateText({ state, on }: Standing, language: Language, name: (actor: string) => string): string {
  const words = programWords[language];
  switch (state) {
    case 'in-call':
      return words.inCall(on ?? '');
    case 'waiting':
      return words.waiting((on ?? '').replaceAll(/[A-Za-z][\w.]*/g, name));
    case 'not-started':
    case 'running':
    case 'sleeping':
    case 'finished':
    case 'killed':
      return words.states[state];
    default:
      return assertNever(state);
  }
}

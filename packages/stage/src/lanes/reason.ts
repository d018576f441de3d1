// Why a thread waits, from long to short: the first that fits is written on its lane.
import { assertNever } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { apart } from './apart.ts';
import type { Stretch } from './lane-states.ts';
import { laneWords } from './words.ts';

interface Naming {
  readonly language: Language;
  readonly name: (actor: string) => string;
  /** One character for an actor. */
  readonly mark: (actor: string) => string;
}

export function reasonsOf(stretch: Stretch, { language, name, mark }: Naming): readonly string[] {
  const { timeoutMs } = stretch;
  // Who joins a thread waits for nobody else.
  const holder = stretch.about === 'end' ? undefined : stretch.holder;
  if (stretch.state === 'sleeping') return [laneWords[language].sleeping(stretch.on), stretch.on];
  const en = language === 'en';
  const isActors = stretch.about === 'end' || stretch.about === 'other';
  const on = isActors ? stretch.on.replaceAll(/[A-Za-z][\w.]*/g, name) : stretch.on;
  const what = whatOf(stretch, on, en);
  const long = (reason: string) => (en ? `waiting: ${reason}` : `等待：${reason}`);
  const limit = timeoutMs === undefined ? [] : [en ? `at most ${timeoutMs} ms` : `最多 ${timeoutMs} 毫秒`];
  const held = (who: string) => (en ? `${what}, held by ${who}` : `${what}，由${apart(who)}持有`);
  const comma = en ? ', ' : '，';
  const withLimit = (reason: string) => [reason, ...limit].join(comma);
  return [
    ...(holder === undefined
      ? [withLimit(long(what)), withLimit(what), long(what)]
      : [
          withLimit(long(held(name(holder)))),
          withLimit(held(name(holder))),
          withLimit(held(mark(holder))),
          held(mark(holder)),
          long(what),
        ]),
    what,
  ];
}

function whatOf({ about }: Stretch, on: string, en: boolean): string {
  switch (about) {
    case 'lock':
    case 'gil':
    case 'other':
      return on;
    case 'semaphore':
      return en ? `${on}, none left` : `${on}，已取尽`;
    case 'condition':
      return en ? `notify of ${on}` : `${on} 的通知`;
    case 'event':
      return en ? `${on} to be set` : `${on} 被设置`;
    case 'barrier':
      return en ? `the others at ${on}` : `其余线程到达 ${on}`;
    case 'full':
      return en ? `${on} is full` : `${on} 已满`;
    case 'empty':
      return en ? `${on} is empty` : `${on} 为空`;
    case 'unfinished':
      return en ? `tasks of ${on}` : `${on} 的任务完成`;
    case 'end':
      return en ? `${on} to end` : `${apart(on)}结束`;
    case 'pool':
      return on;
    default:
      return assertNever(about);
  }
}

import type { Language, Text } from '@lockstep/lab';
import type { TraceEvent } from '@lockstep/trace';
import { IN_VAIN, PRODUCER } from './moments.ts';

/** What a number means here: entries of a list, and looks. */
export function sentenceAbout(
  event: TraceEvent,
  nameOf: (actor: string) => Text,
  language: Language,
): string | undefined {
  const en = language === 'en';
  const name = nameOf(event.actor)[language];
  const who = en ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name.replace(/\d$/, '$& ');
  if (event.kind === 'value.read' && event.name === 'entries')
    return en ? `${who} looks: ${entries(event.value)}.` : `${who}看了一眼：列表里有 ${Math.max(0, event.value)} 件。`;
  if (event.kind !== 'value.added') return undefined;
  const { before, value } = event;
  if (event.name === IN_VAIN) {
    const why = event.actor === PRODUCER ? { en: 'no room', zh: '没有空位' } : { en: 'nothing', zh: '什么也没有' };
    return en
      ? `${who} looked in vain, for there was ${why.en}: ${value} in all.`
      : `${who}白看一眼，${why.zh}：共 ${value} 次。`;
  }
  if (event.name !== 'entries') return undefined;
  if (value > before)
    return en ? `${who} appends: ${entries(value)} now.` : `${who}放入一件：现有 ${Math.max(0, value)} 件。`;
  if (before > 0) return en ? `${who} pops one: ${entries(value)} left.` : `${who}取走一件：剩 ${value} 件。`;
  return en
    ? `${who} pops from an empty list: there Python raises IndexError.`
    : `${who}从空列表里取：Python 会抛出 IndexError。`;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count > 0 ? count : 'no'} entries`;
}

// What CPython was asked, in this lab's own words.
import type { Language, Text } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { CORES } from './measures.ts';

export function sentence(event: TraceEvent, _: Trace, language: Language): string | undefined {
  return textOf(event)?.[language];
}

function textOf(event: TraceEvent): Text | undefined {
  if (event.kind !== 'measure.taken') return undefined;
  return event.what === CORES
    ? { en: `CPython counts ${event.value} cores here.`, zh: `CPython 在这里数到 ${event.value} 个核。` }
    : {
        en: `CPython’s pool of default size started ${event.value} threads for very many jobs.`,
        zh: `CPython 默认大小的线程池，任务极多时启动了 ${event.value} 个线程。`,
      };
}

import type { Language } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { type Aspect, partsOf, wayNames } from './ways.ts';

/** What is measured here has names in both languages. */
export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  const en = language === 'en';
  switch (event.kind) {
    case 'work.started':
    case 'work.progressed':
    case 'work.finished': {
      const way = partsOf(event.work)?.way;
      if (!way) return undefined;
      const name = capital(wayNames[way][language]);
      const { of } = event;
      if (event.kind === 'work.started')
        return en ? `${name}: ${of} are asked for, go.` : `${name}：要 ${of} 个，开始。`;
      const time = duration(event.elapsedUs, en);
      if (event.kind === 'work.progressed')
        return en
          ? `${name}: ${event.done} of ${of} run, after ${time}.`
          : `${name}：${time}后有 ${event.done}/${of} 个在运行。`;
      return en ? `${name}: all ${of} run, after ${time}.` : `${name}：${time}后 ${of} 个全在运行。`;
    }
    case 'measure.taken': {
      if (event.what === 'call/python')
        return en
          ? `Python: one call of a function takes ${Number(event.value.toPrecision(2))} µs.`
          : `Python：调用一次函数要 ${Number(event.value.toPrecision(2))} 微秒。`;
      const parts = partsOf(event.what);
      if (!parts || parts.aspect === 'start') return undefined;
      const name = capital(wayNames[parts.way][language]);
      return en
        ? `${name}: ${english(parts.aspect, event.value)}.`
        : `${name}：${chinese(parts.aspect, event.value)}。`;
    }
    default:
      return undefined;
  }
}

function english(aspect: Exclude<Aspect, 'start'>, value: number): string {
  switch (aspect) {
    case 'memory':
      return `each of them needs about ${value} kB of memory`;
    case 'pids':
      return value === 1 ? 'all of them are inside one process, one pid' : `${value} different pids`;
    case 'age':
      return `whoever started them sees age = ${value} afterwards`;
  }
}

function chinese(aspect: Exclude<Aspect, 'start'>, value: number): string {
  switch (aspect) {
    case 'memory':
      return `每个约占内存 ${value} kB`;
    case 'pids':
      return value === 1 ? '都在同一个进程里，只有一个 pid' : `${value} 个不同的 pid`;
    case 'age':
      return `之后启动者看到 age = ${value}`;
  }
}

function duration(us: number, en: boolean): string {
  if (us < 999.5) return `${Math.round(us)} ${en ? 'µs' : '微秒'}`;
  return `${Number((us / 1000).toPrecision(3))} ${en ? 'ms' : '毫秒'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

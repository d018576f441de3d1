import type { Language } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { groupNames, isWay, partsOf, wayNames, workersOf } from './ways.ts';

/** What is measured here has names in both languages. */
export function sentence(event: TraceEvent, { header }: Trace, language: Language): string | undefined {
  const en = language === 'en';
  switch (event.kind) {
    case 'work.started':
    case 'work.progressed':
    case 'work.finished': {
      const parts = partsOf(event.work);
      if (!parts) return undefined;
      const { group, way } = parts;
      const name = `${capital(groupNames[group][language])}${en ? ', ' : '，'}${wayNames[way][language]}${en ? ': ' : '：'}`;
      const { of } = event;
      if (event.kind === 'work.started') {
        const workers = workersOf(way, header.knobs);
        return en ? `${name}${of} jobs for ${workers}, go.` : `${name}${of} 个任务，${workers} 个来做，开始。`;
      }
      const time = duration(event.elapsedUs, en);
      if (event.kind === 'work.finished')
        return en ? `${name}all ${of} done in ${time}.` : `${name}${of} 个全部完成，用时 ${time}。`;
      if (event.done > 0) return en ? `${name}${event.done} of ${of} done.` : `${name}已完成 ${event.done}/${of}。`;
      return en ? `${name}the first begins to work, after ${time}.` : `${name}${time}后第一个开始干活。`;
    }
    case 'measure.taken': {
      const [what, , way] = event.what.split('/');
      if (way === undefined || !isWay(way)) return undefined;
      const name = capital(wayNames[way][language]);
      const isComputing = what === 'computing';
      if (en) return `${name}: at most ${event.value} ${isComputing ? 'computed' : 'slept'} at the same moment.`;
      return `${name}：至多 ${event.value} 个同时${isComputing ? '计算' : '睡眠'}。`;
    }
    case 'outcome.observed': {
      if (!isWay(event.actor)) return undefined;
      const name = capital(wayNames[event.actor][language]);
      if (en)
        return `${name}: the jobs came to ${event.value}, ${event.expected ? 'as they should' : 'which is wrong'}.`;
      return `${name}：任务的结果合计 ${event.value}，${event.expected ? '正确' : '错误'}。`;
    }
    default:
      return undefined;
  }
}

function duration(us: number, en: boolean): string {
  const isLong = us >= 999_500;
  const value = Number((us / (isLong ? 1e6 : 1e3)).toPrecision(3));
  return `${value} ${isLong ? (en ? 's' : '秒') : en ? 'ms' : '毫秒'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

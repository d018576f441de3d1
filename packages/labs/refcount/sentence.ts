import type { Language } from '@lockstep/lab';
import type { EventOf, TraceEvent } from '@lockstep/trace';

/** What a step says here in more exact words than elsewhere: which reference came or went. */
export function sentence(event: TraceEvent, _trace: unknown, language: Language): string | undefined {
  switch (event.kind) {
    case 'object.created':
      return language === 'en'
        ? `A new ${event.type} gets the name ${event.object}: its first reference.`
        : `新建一个 ${event.type}，名字 ${event.object} 是它的第一个引用。`;
    case 'reference.changed':
      return changed(event, language);
    case 'outcome.observed':
      return outcome(Number(event.value), language);
    default:
      return undefined;
  }
}

function changed({ object, by, count, before }: EventOf<'reference.changed'>, language: Language): string {
  const isMore = count > before;
  if (language === 'zh') return `${by} ${isMore ? '开始' : '不再'}引用 ${object}：计数从 ${before} 变为 ${count}。`;
  return `${by} ${isMore ? 'refers to' : 'no longer refers to'} ${object}: its count goes from ${before} to ${count}.`;
}

function outcome(left: number, language: Language): string {
  if (language === 'zh') return left === 0 ? '全部对象都已释放。' : `还有 ${left} 个对象留在内存里，却没有名字能到达。`;
  return left === 0 ? 'All objects have been freed.' : `${left} objects are left in memory, and no name leads to them.`;
}

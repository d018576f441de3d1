import type { Language } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';

/** What Python's queues say and do when they are filled. */
export function sentence(event: TraceEvent, _trace: Trace, language: Language): string | undefined {
  if (event.kind !== 'measure.taken') return undefined;
  const [what, queue] = event.what.split('/');
  const count = event.value.toLocaleString('en');
  if (what === 'limit') {
    if (event.value === 0)
      return language === 'en'
        ? `A new ${queue}() says: maxsize 0, no limit.`
        : `新建的 ${queue}() 说：maxsize 为 0，没有上限。`;
    return language === 'en'
      ? `A new ${queue}() has this system’s greatest semaphore value as its limit: ${count}.`
      : `新建的 ${queue}() 以本系统信号量的最大值为上限：${count}。`;
  }
  return language === 'en'
    ? `${queue}() has taken ${count} items, and no put had to wait.`
    : `${queue}() 已收下 ${count} 项，没有一次放入需要等待。`;
}

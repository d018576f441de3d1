// 线程、共享变量与锁的中文句子。
import type { EventOf, Kind } from '@lockstep/trace';
import { printed, type SentencesOf, stepOf, type Teller } from './teller.ts';

type ThreadKind = Extract<Kind, `thread.${string}` | `value.${string}` | `lock.${string}` | 'operation.failed'>;

export const threadsInChinese: SentencesOf<ThreadKind> = {
  'thread.spawned': ({ actor, thread, daemon }, tell) =>
    `${tell.name(actor)}启动${daemon ? '守护线程' : ''}${tell.name(thread)}。`,
  'thread.started': ({ actor }, tell) => `${tell.name(actor)}启动。`,
  'thread.finished': ({ actor }, tell) => `${tell.name(actor)}结束。`,
  'thread.killed': ({ actor }, tell) => `${tell.name(actor)}中途被终止：只剩守护线程了。`,
  'thread.joined': ({ actor, thread, timedOut }, tell) =>
    timedOut
      ? `${tell.name(actor)}不再等待${tell.name(thread)}，后者仍在运行。`
      : `${tell.name(actor)}得知${tell.name(thread)}已结束。`,
  'thread.checked': ({ actor, thread, alive }, tell) =>
    `${tell.name(actor)}询问：${tell.name(thread)}${alive ? '还活着' : '已不在运行'}。`,
  'thread.blocked': ({ actor, on, holder, timeoutMs }, tell) =>
    holder === on
      ? `${tell.name(actor)}等待${tell.name(holder)}结束${atMost(timeoutMs)}。`
      : `${tell.name(actor)}等待：${holder ? `${tell.name(holder)}持有 ${on}` : `等 ${tell.thing(on)}`}${atMost(timeoutMs)}。`,
  'thread.unblocked': ({ actor, on }, tell) => `${tell.name(actor)}不必再等 ${tell.thing(on)}。`,
  'thread.slept': ({ actor, ms }, tell) => `${tell.name(actor)}睡眠 ${ms} 毫秒。`,
  'operation.failed': ({ actor, operation, error }, tell) => `${tell.name(actor)}在 ${operation} 处出错：${error}。`,

  'value.read': ({ actor, name, value }, tell) => `${tell.name(actor)}从 ${name} 读出 ${printed(value)}。`,
  'value.computed': ({ actor, name, value }, tell) =>
    `${tell.name(actor)}自己算出 ${name} = ${printed(value)}，尚未写回。`,
  'value.written': writes,
  'value.added': ({ actor, name, value, before }, tell) =>
    `${tell.name(actor)}以不可分割的一步把 ${name} 从 ${printed(before)} 改为 ${printed(value)}。`,

  'lock.requested': ({ actor, lock }, tell) => `${tell.name(actor)}请求 ${lock}。`,
  'lock.acquired': ({ actor, lock, depth }, tell) =>
    depth === undefined || depth === 1
      ? `${tell.name(actor)}获得 ${lock}，此刻别人都拿不到它。`
      : `${tell.name(actor)}再次获得 ${lock}，现在持有 ${depth} 层。`,
  'lock.released': ({ actor, lock, depth }, tell) =>
    depth === undefined || depth === 0
      ? `${tell.name(actor)}释放 ${lock}。`
      : `${tell.name(actor)}释放 ${lock} 一层，仍持有 ${depth} 层。`,
  'lock.refused': ({ actor, lock, timeoutMs }, tell) =>
    `${tell.name(actor)}${timeoutMs === undefined ? `没有拿到 ${lock}，直接继续` : `在 ${timeoutMs} 毫秒内没有拿到 ${lock}`}。`,
};

/** 等待的期限（若有）。 */
function atMost(timeoutMs: number | undefined): string {
  return timeoutMs === undefined ? '' : `，最多 ${timeoutMs} 毫秒`;
}

function writes(event: EventOf<'value.written'>, tell: Teller): string {
  const access = tell.access(event);
  const who = tell.name(event.actor);
  const lost = access?.overwrites.at(-1);
  if (access?.basis === undefined || lost === undefined) return `${who}把 ${printed(event.value)} 写入 ${event.name}。`;
  const read = tell.trace.event(access.basis);
  const old = read.kind === 'value.read' ? printed(read.value) : '';
  const loser = tell.name(tell.trace.actorAt(lost));
  return `${who}根据第 ${stepOf(access.basis)} 步读到的 ${old} 写入 ${printed(event.value)}：${loser}第 ${stepOf(lost)} 步的写入丢失。`;
}

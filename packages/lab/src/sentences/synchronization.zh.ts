// 信号量、条件变量、事件、栅栏、队列与线程池的中文句子。
import type { Kind } from '@lockstep/trace';
import type { SentencesOf } from './teller.ts';

type SynchronizationKind = Extract<
  Kind,
  `${'semaphore' | 'condition' | 'event' | 'barrier' | 'queue' | 'future' | 'pool'}.${string}`
>;

const ASKED: Readonly<Record<string, string>> = { done: '完成', running: '在运行', cancelled: '被取消' };

export const synchronizationInChinese: SentencesOf<SynchronizationKind> = {
  'semaphore.acquired': ({ actor, semaphore, value }, tell) =>
    `${tell.name(actor)}从 ${semaphore} 取走一个，还剩 ${value}。`,
  'semaphore.released': ({ actor, semaphore, value }, tell) =>
    `${tell.name(actor)}还给 ${semaphore} 一个，现有 ${value}。`,
  'semaphore.refused': ({ actor, semaphore, timeoutMs }, tell) =>
    `${tell.name(actor)}${timeoutMs === undefined ? `没有拿到 ${semaphore}，直接继续` : `在 ${timeoutMs} 毫秒内没有拿到 ${semaphore}`}。`,

  'condition.waited': ({ actor, condition, waiters }, tell) =>
    `${tell.name(actor)}排队等待 ${condition} 的通知，共 ${waiters} 个在等。`,
  'condition.notified': ({ actor, condition, woken }, tell) =>
    woken === ''
      ? `${tell.name(actor)}通知 ${condition}，但没有人在等：这次通知丢失。`
      : `${tell.name(actor)}通知 ${condition}：${tell.names(woken)}可以醒来。`,
  'condition.woken': ({ actor, condition, timedOut }, tell) =>
    timedOut
      ? `${tell.name(actor)}没有及时等到 ${condition} 的通知。`
      : `${tell.name(actor)}被唤醒，还须重新拿到 ${condition} 的锁。`,

  'event.set': ({ actor, event }, tell) => `${tell.name(actor)}设置 ${event}：等待者都可以继续。`,
  'event.cleared': ({ actor, event }, tell) => `${tell.name(actor)}清除 ${event}：此后到来者须等待。`,
  'event.read': ({ actor, event, isSet }, tell) => `${tell.name(actor)}询问：${event} ${isSet ? '已设置' : '未设置'}。`,
  'event.waited': ({ actor, event, isSet }, tell) =>
    isSet ? `${tell.name(actor)}继续：${event} 已设置。` : `${tell.name(actor)}时间用完，${event} 仍未设置，只好继续。`,

  'barrier.arrived': ({ actor, barrier, waiting, parties }, tell) =>
    `${tell.name(actor)}到达 ${barrier}，是 ${parties} 个中的第 ${waiting} 个。`,
  'barrier.opened': ({ actor, barrier }, tell) => `${tell.name(actor)}做完 ${barrier} 的动作，大家可以离开。`,
  'barrier.passed': ({ actor, barrier, index }, tell) => `${tell.name(actor)}通过 ${barrier}，序号 ${index}。`,
  'barrier.broken': ({ actor, barrier }, tell) => `${tell.name(actor)}使 ${barrier} 损坏：等待者都会得到异常。`,
  'barrier.reset': ({ actor, barrier }, tell) => `${tell.name(actor)}把 ${barrier} 恢复为空且完好。`,

  'queue.put': ({ actor, queue, item, size }, tell) => `${tell.name(actor)}把 ${item} 放入 ${queue}，现有 ${size} 个。`,
  'queue.got': ({ actor, queue, item, size }, tell) => `${tell.name(actor)}从 ${queue} 取出 ${item}，还剩 ${size} 个。`,
  'queue.measured': ({ actor, queue, asked, answer }, tell) =>
    `${tell.name(actor)}询问 ${queue}.${asked}()：${answer}。`,
  'queue.task-done': ({ actor, queue, unfinished }, tell) =>
    `${tell.name(actor)}报告 ${queue} 的一个任务完成，还有 ${unfinished} 个未完成。`,
  'queue.joined': ({ actor, queue }, tell) => `${tell.name(actor)}继续：${queue} 已没有未完成的任务。`,

  'future.submitted': ({ actor, future, pool }, tell) => `${tell.name(actor)}把 ${future} 交给 ${pool}，随即继续。`,
  'future.started': ({ actor, future }, tell) => `${tell.name(actor)}开始执行 ${future}。`,
  'future.finished': ({ actor, future, result }, tell) => `${tell.name(actor)}完成 ${future}：${result}。`,
  'future.cancelled': ({ actor, future, worked }, tell) =>
    worked ? `${tell.name(actor)}取消了尚未开始的 ${future}。` : `${tell.name(actor)}无法取消 ${future}：它已经开始。`,
  'future.asked': ({ actor, future, asked, answer }, tell) =>
    `${tell.name(actor)}询问 ${future} 是否${ASKED[asked] ?? ` ${asked}`}：${answer ? '是' : '否'}。`,
  'future.received': ({ actor, future, result }, tell) => `${tell.name(actor)}得到 ${future} 的结果：${result}。`,
  'future.callback-added': ({ actor, future, callback }, tell) =>
    `${tell.name(actor)}请求在 ${future} 完成时调用 ${callback}。`,
  'future.called-back': ({ actor, future, callback }, tell) =>
    `${future} 已完成，${tell.name(actor)}调用 ${callback}。`,
  'future.skipped': ({ actor, future }, tell) => `${tell.name(actor)}取到 ${future}，发现它已被取消，便跳过。`,
  'pool.waited': ({ actor, done, pending }, tell) =>
    `${tell.name(actor)}继续：${done === '' ? '没有任务' : done.replaceAll(',', '、')}已完成，${pending} 个未完成。`,
  'pool.shut-down': ({ actor, pool }, tell) => `${tell.name(actor)}关闭 ${pool}：不再接受新任务。`,
  'pool.worker-rested': ({ actor, pool }, tell) => `${tell.name(actor)}在 ${pool} 中没有找到任务，转为空闲。`,
  'pool.worker-left': ({ actor, pool }, tell) => `${tell.name(actor)}离开 ${pool}：它已关闭，也没有剩下的任务。`,
};

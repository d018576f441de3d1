import type { EventOf } from '@lockstep/trace';
import { interpreterInChinese } from './interpreter.zh.ts';
import { networkInChinese } from './network.zh.ts';
import { synchronizationInChinese } from './synchronization.zh.ts';
import { type SentenceTable } from './teller.ts';
import { threadsInChinese } from './threads.zh.ts';

/** 每类事件的中文句子：现在时，主语在前，不超过四十字左右。 */
export const chinese: SentenceTable = {
  'run.ended': ({ reason }) =>
    ({
      finished: '本次运行结束。',
      stopped: '本次运行被停止。',
      deadlock: '谁都无法继续：运行已死锁。',
      'time-limit': '运行时间用完，被终止。',
      'viewers-gone': '已无人观看，运行终止。',
      'idle-limit': '太久无人选择，运行终止。',
      'event-limit': '记录已到上限，运行终止。',
      'server-closing': '服务器关闭，运行终止。',
    })[reason] ?? `本次运行结束：${reason}。`,
  'run.failed': ({ message }) => `运行出错：${message}`,
  'run.dropped': ({ where, count }) => `有 ${count} 个事件未能记录（${where}），此处的图有缺口。`,
  'text.printed': ({ actor, text }, tell) => `${tell.name(actor)}打印“${text}”。`,
  'outcome.observed': ({ run, value, expected }) =>
    `第 ${run} 次运行的结果是 ${value}，${expected ? '正确' : '错误'}。`,
  'schedule.tried': ({ number, value, expected }) =>
    `第 ${number} 种调度的结果是 ${value}${expected ? '' : '：找到错误'}。`,
  'search.progressed': ({ tried, perSecond }) => `搜索已试 ${tried} 种调度，每秒约 ${Math.round(perSecond)} 种。`,
  'search.finished': searched,
  'state.found': ({ state, depth, end }) => `${depth} 步之后到达状态 ${state}${END[end] ?? ''}。`,
  'state.linked': ({ from, to, thread }, tell) => `${tell.thread(thread)}的一个操作从状态 ${from} 到状态 ${to}。`,

  ...threadsInChinese,
  ...synchronizationInChinese,
  ...interpreterInChinese,
  ...networkInChinese,
};

const END: Readonly<Record<string, string>> = { good: '：正确的结局', bad: '：错误的结局', deadlock: '：谁都无法继续' };

function searched({ verdict, tried, pruned, all, preemptions, limit }: EventOf<'search.finished'>): string {
  if (verdict === 'bug') {
    const needs = preemptions === undefined ? '' : `，只需抢占 ${preemptions} 次`;
    return `找到了：第 ${tried} 种调度使它出错${needs}。`;
  }
  if (verdict === 'proof')
    return all === undefined
      ? `已证明：任何调度都不会使它出错；只需运行 ${tried} 种，另有 ${pruned} 种被提前剪去。`
      : `已证明：${all} 种调度都不会使它出错，只需运行其中 ${tried} 种。`;
  const reached = { schedules: '数目', steps: '步数', time: '时间' }[limit ?? ''] ?? '';
  return `试了 ${tried} 种调度仍未找到，搜索到达${reached}上限。`;
}

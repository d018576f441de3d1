import type { Dictionary } from './use-words.ts';

const en = {
  close: 'Close',
  keys: 'Keys',
  rows: {
    play: 'play, pause',
    oneStep: 'one event forward, back',
    ends: 'first, last',
    actor: 'next, previous event of the selected actor',
    cause: 'to the cause, to the effect',
    thread: 'stepped: let thread n go; 0 is main, a is thread 10',
    undo: 'stepped: take the last choice back',
    speed: 'faster, slower',
    spacing: 'by step or by time',
    projector: 'projector',
    legend: 'legend of sources',
    find: 'find a step',
    sheet: 'this sheet',
  },
  find: 'Find a step',
  findHint: 'Words of its sentence',
  found: (count: number, isAll: boolean) =>
    isAll ? (count === 1 ? '1 step' : `${count} steps`) : `the first ${count} steps`,
  foundNone: 'No step says that.',
  legend: 'Who told it',
  legendHint: 'Marks of a source that is switched off are not drawn.',
  sources: {
    wire: 'captured frames',
    kernel: 'read from the operating system',
    program: 'told by the running program',
    derived: 'computed from facts',
    model: 'a simulation',
  },
};

const zh: typeof en = {
  close: '关闭',
  keys: '按键',
  rows: {
    play: '播放、暂停',
    oneStep: '前进、后退一个事件',
    ends: '第一步、最后一步',
    actor: '所选角色的下一个、上一个事件',
    cause: '到起因、到结果',
    thread: '调度：放线程 n 走',
    undo: '调度：撤回上一个选择',
    speed: '更快、更慢',
    spacing: '按步或按时间',
    projector: '投影',
    legend: '来源图例',
    find: '查找步骤',
    sheet: '本页',
  },
  find: '查找步骤',
  findHint: '句子里的词',
  found: (count, isAll) => (isAll ? `${count} 步` : `前 ${count} 步`),
  foundNone: '没有哪一步这样说。',
  legend: '谁说的',
  legendHint: '关掉一种来源，它的记号就不画。',
  sources: {
    wire: '抓到的帧',
    kernel: '读自操作系统',
    program: '由运行中的程序告知',
    derived: '由事实算出',
    model: '模拟',
  },
};

export const dialogWords: Dictionary<typeof en> = { en, zh };

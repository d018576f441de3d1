import type { Dictionary } from './use-words.ts';

const en = {
  bytesOf: (step: number) => `Bytes of step ${step}`,
  onCable: (bytes: number) => `${bytes} B on the cable`,
  noFrame: 'No frame has been sent yet. Click a segment to see its bytes.',
  letGo: 'Let a thread go',
  wait: 'must wait',
  timeOut: 'lets its time run out',
  colon: ': ',
  past: 'You are looking at the past. Go to the end to let a thread go, or fork here.',
  schedule: 'Schedule',
  undo: 'undo',
  copy: 'Copy link',
  copied: 'Copied',
  empty: 'nobody has gone yet',
  over: 'The run is over.',
  search: {
    title: 'The search',
    tried: (count: number) => (count === 1 ? '1 schedule tried' : `${count} schedules tried`),
    pruned: (count: number) => `${count} cut short: they lead where others lead`,
    searching: 'Searching…',
    bug: (tried: number) => `Found with schedule ${tried}: it breaks the program.`,
    proof: 'Proved: no schedule breaks it.',
    bounded: 'Stopped at its limit: nothing found so far.',
    replay: 'Replay it step by step',
    prove: 'Prove it on real threads',
    /** Where there are none. */
    show: 'Run it to its end',
    proved: (value: string) => `Real threads, same schedule: it ends with ${value}.`,
    unproved: (value: string) => `Real threads, same schedule: it ends with ${value}, as it should.`,
    modelled: {
      proved: (value: string) => `Virtual machine, this schedule: it ends with ${value}.`,
      unproved: (value: string) => `Virtual machine, this schedule: it ends with ${value}, as it should.`,
    },
  },
};

const zh: typeof en = {
  bytesOf: (step) => `第 ${step} 步的字节`,
  onCable: (bytes) => `网线上 ${bytes} 字节`,
  noFrame: '还没有发出任何帧。点击一个报文段可以看它的字节。',
  letGo: '放一个线程走',
  wait: '必须等待',
  timeOut: '让时间用完',
  colon: '：',
  past: '你在看过去。去结尾才能放行线程，或者从此分叉。',
  schedule: '调度串',
  undo: '撤销',
  copy: '复制链接',
  copied: '已复制',
  empty: '还没有谁走过',
  over: '运行已结束。',
  search: {
    title: '搜索',
    tried: (count) => `试过 ${count} 种调度`,
    pruned: (count) => `${count} 种被剪去：它们与别的殊途同归`,
    searching: '正在搜索……',
    bug: (tried) => `第 ${tried} 种调度找到了：它使程序出错。`,
    proof: '已证明：没有调度能使它出错。',
    bounded: '到达上限而停：目前没有找到。',
    replay: '一步一步重放',
    prove: '在真实线程上证明',
    show: '一直运行到结束',
    proved: (value) => `真实线程，同一调度：以 ${value} 结束。`,
    unproved: (value) => `真实线程，同一调度：以 ${value} 结束，结果正确。`,
    modelled: {
      proved: (value) => `虚拟机，这个调度：以 ${value} 结束。`,
      unproved: (value) => `虚拟机，这个调度：以 ${value} 结束，结果正确。`,
    },
  },
};

export const inspectorWords: Dictionary<typeof en> = { en, zh };

import type { Dictionary } from './use-words.ts';

const en = {
  lead: 'Every lab shows a real experiment: real TCP through a real kernel, real threads on real memory. Walk it step by step, forwards or back.',
  /** One sentence on what this site is, then one on its threads. */
  about: (labs: number) =>
    `No server stands behind this page. ${labs} labs about threads run here, in your browser; the others show recordings of real runs, and run where Lockstep’s server does (npm start).`,
  real: 'Threads are real here: web workers on shared memory.',
  declined: 'You have asked for no shared memory, so a virtual machine stands in for real threads.',
  virtual: 'This browser gives the page no shared memory, so a virtual machine stands in for real threads.',
  decline: 'Do without',
  accept: 'Use real threads',
  acceptTitle: 'A service worker of this site adds the two headers that shared memory needs; the page loads once more.',
};

const zh: typeof en = {
  lead: '每个实验都给你看一次真实的运行：真实内核里的真实 TCP，真实内存上的真实线程。可以一步一步走，前进后退都行。',
  about: (labs) =>
    `这个页面背后没有服务器。${labs} 个关于线程的实验就在你的浏览器里运行；其余的播放真实运行的录像，要运行它们需要 Lockstep 的服务器（npm start）。`,
  real: '这里的线程是真的：共享内存上的 web worker。',
  declined: '你选择了不用共享内存，所以由虚拟机代替真实线程。',
  virtual: '这个浏览器没有给页面共享内存，所以由虚拟机代替真实线程。',
  decline: '不用它',
  accept: '使用真实线程',
  acceptTitle: '本站的 service worker 会补上共享内存需要的两个头部，页面会重新载入一次。',
};

export const staticWords: Dictionary<typeof en> = { en, zh };

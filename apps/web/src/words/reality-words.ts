import type { Dictionary } from './use-words.ts';

const en = {
  real: 'Real:',
  model: 'Model:',
  recording: 'Recording:',
  laneA: 'Linux kernel TCP, two hosts, frames on a virtual cable',
  laneB: 'Linux kernel TCP on loopback, its frames captured',
  laneC: 'Linux kernel TCP, seen only in the socket tables',
  gated: 'worker threads on shared memory, gated before each operation',
  free: 'worker threads on shared memory, running freely',
  python: (version: string) => `CPython ${version} itself`,
  pythonStepped: (version: string) => `CPython ${version} itself, stopped before each bytecode instruction`,
  simulatedLock: (python: string | undefined) =>
    `worker threads under a simulated interpreter lock${python === undefined ? '' : `, then CPython ${python} itself`}`,
  virtual: 'schedules tried in a virtual machine',
  recordedOn: (system: string, date: string) => `a real run on ${system}, ${date}`,
  recordedModel: (date: string) => `a search in the virtual machine, ${date}`,
  none: 'No run yet',
  more: 'About this run',
  run: 'run',
  made: 'made',
  machine: 'machine',
  cores: (count: number) => (count === 1 ? '1 core' : `${count} cores`),
  seed: 'seed',
  parts: 'real parts',
  why: 'Why not more',
  remedy: 'What would enable more',
};

const zh: typeof en = {
  real: '真实：',
  model: '模型：',
  recording: '录像：',
  laneA: 'Linux 内核 TCP，两台主机，帧走虚拟网线',
  laneB: '本机回环上的 Linux 内核 TCP，帧由抓包得到',
  laneC: 'Linux 内核 TCP，只看套接字表',
  gated: '共享内存上的工作线程，每步之前设闸',
  free: '共享内存上的工作线程，自由运行',
  python: (version) => `CPython ${version} 本身`,
  pythonStepped: (version) => `CPython ${version} 本身，每条字节码指令之前设闸`,
  simulatedLock: (python) =>
    `模拟的解释器锁下的工作线程${python === undefined ? '' : `，然后是 CPython ${python} 本身`}`,
  virtual: '在虚拟机里尝试各种调度',
  recordedOn: (system, date) => `${date} 在 ${system} 上的一次真实运行`,
  recordedModel: (date) => `${date} 在虚拟机里的一次搜索`,
  none: '还没有运行',
  more: '关于这次运行',
  run: '运行',
  made: '时间',
  machine: '机器',
  cores: (count) => `${count} 核`,
  seed: '种子',
  parts: '真实部分',
  why: '为何不能更多',
  remedy: '怎样才能更多',
};

export const realityWords: Dictionary<typeof en> = { en, zh };

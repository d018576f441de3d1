import type { Dictionary } from './use-words.ts';

const en = {
  ready: 'ready',
  waits: (on: string) => `waits: ${on}`,
  called: (on: string) => `may go on: ${on}`,
  sleeps: (ms: number) => `sleeps ${ms} ms`,
  holds: (lock: string) => `holds ${lock}`,
  locks: 'locks',
  jobs: 'jobs',
  work: 'work',
  process: 'process',
  run: 'the run',
  cause: 'cause',
};

const zh: typeof en = {
  ready: '就绪',
  waits: (on) => `等待：${on}`,
  called: (on) => `可以继续：${on}`,
  sleeps: (ms) => `睡眠 ${ms} ms`,
  holds: (lock) => `持有 ${lock}`,
  locks: '锁',
  jobs: '任务',
  work: '工作',
  process: '进程',
  run: '整个运行',
  cause: '因果',
};

export const chromeTraceWords: Dictionary<typeof en> = { en, zh };

// What a thread is about to do comes from the server in the words of the code, `store 1 → total`. The English page shows
// it as it is; the Chinese one says the verb in Chinese. What is not understood stays as it came.
import type { Language } from '@lockstep/lab';

const VERBS: Readonly<Record<string, string>> = {
  load: '读出',
  store: '写入',
  compute: '计算',
  add: '加',
  acquire: '获取',
  release: '释放',
  sleep: '睡眠',
  print: '打印',
  wait: '等待',
  wake: '醒来',
  notify: '通知',
  notify_all: '通知全部',
  set: '设置',
  clear: '清除',
  is_set: '询问',
  pass: '通过',
  open: '打开',
  abort: '中止',
  reset: '重置',
  start: '启动',
  begin: '开始',
  end: '结束',
  join: '等待结束',
  is_alive: '询问存活',
  put: '放入',
  get: '取出',
  task_done: '任务完成',
  submit: '提交',
  cancel: '取消',
  result: '取结果',
  shutdown: '关闭',
};

export function operationWords(operation: string, language: Language): string {
  if (language === 'en') return operation;
  const [verb = '', ...rest] = operation.split(' ');
  return [VERBS[verb] ?? verb, ...rest].join(' ');
}

/** Why a thread must wait: `t1 holds lock`, `waits for lock`. */
export function reasonWords(reason: string, language: Language, nameOf: (actor: string) => string): string {
  const [, holder, held] = /^(\S+) holds (.+)$/.exec(reason) ?? [];
  if (holder !== undefined) return `${nameOf(holder)} ${language === 'zh' ? '持有' : 'holds'} ${held}`;
  const [, awaited] = /^waits for (.+)$/.exec(reason) ?? [];
  return awaited !== undefined && language === 'zh' ? `等待 ${awaited}` : reason;
}

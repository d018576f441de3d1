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

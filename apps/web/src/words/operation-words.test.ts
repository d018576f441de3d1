import { expect, test } from 'vitest';
import { operationWords, reasonWords } from './operation-words.ts';

const nameOf = (actor: string) => actor.replace('t', '线程 ');

test.each([
  ['load total', '读出 total'],
  ['store 1 → total', '写入 1 → total'],
  ['compute seen = 1', '计算 seen = 1'],
  ['add 1 → total', '加 1 → total'],
  ['acquire lock', '获取 lock'],
  ['release lock', '释放 lock'],
  ['sleep 5 ms', '睡眠 5 ms'],
  ['juggle balls', 'juggle balls'],
])('%s is said in both languages', (operation, zh) => {
  expect(operationWords(operation, 'zh')).toBe(zh);
  expect(operationWords(operation, 'en')).toBe(operation);
});

test('who must wait is told for whom, by name', () => {
  expect(reasonWords('t2 holds lock', 'zh', nameOf)).toBe('线程 2 持有 lock');
  expect(reasonWords('t2 holds lock', 'en', (actor) => actor.replace('t', 'thread '))).toBe('thread 2 holds lock');
  expect(reasonWords('waits for lock', 'zh', nameOf)).toBe('等待 lock');
  expect(reasonWords('a full moon', 'zh', nameOf)).toBe('a full moon');
});

import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createRefusalLog } from './refusal-log.ts';

function createLog() {
  const lines: { refusal: string; count?: number }[] = [];
  const logger = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });
  return { log: createRefusalLog(logger), lines };
}

test('the first of a kind is told at once, the rest as a number', () => {
  const { log, lines } = createLog();
  for (let n = 0; n < 1000; n++) log.note('too fast');
  log.note('a foreign page');
  expect(lines.map(({ refusal }) => refusal)).toEqual(['too fast', 'a foreign page']);
  log.close();
  expect(lines.slice(2)).toMatchObject([{ refusal: 'too fast', count: 999 }]);
});

test('after that it begins anew', () => {
  const { log, lines } = createLog();
  log.note('too fast');
  log.close();
  log.note('too fast');
  expect(lines).toHaveLength(2);
  expect(lines.some(({ count }) => count !== undefined)).toBe(false);
});

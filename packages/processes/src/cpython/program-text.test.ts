import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readProgramText } from './program-text.ts';

const directory = fileURLToPath(new URL('../../fixtures/dist/counter', import.meta.url));

test('a mark ties the statement that Python runs to its line in program.ts', async () => {
  const program = await readProgramText(directory);
  expect(program.path).toMatch(/fixtures\/counter\/program\.py$/);
  expect([program.lineOf(1), program.statementOf(1)]).toEqual([15, 'total += 1']);
  expect([program.lineOf(99), program.lineOf(undefined), program.statementOf(99)]).toEqual([undefined, undefined, '']);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KINDS, kindNames } from './index.ts';

const page = readFileSync(new URL('../../../docs/trace-format.md', import.meta.url), 'utf8');

test.each(kindNames)('docs/trace-format.md describes %s as it is', (kind) => {
  const payload = Object.entries(KINDS[kind])
    .map(([name, spec]) => `\`${name}\` ${spec}`)
    .join(', ');
  const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`));
  expect(row?.split('|')[2]?.trim()).toBe(payload);
});

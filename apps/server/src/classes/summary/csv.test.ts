import { expect, test } from 'vitest';
import { serializeCsv } from './csv.ts';

test('cells are separated, and quoted where they must be', () => {
  const rows = [
    ['a', 1, undefined],
    ['say "hi"', 'one, two', 'line\nbreak'],
    ['小明', '', ''],
  ];
  expect(serializeCsv(rows)).toBe('\ufeffa,1,\r\n"say ""hi""","one, two","line\nbreak"\r\n小明,,\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/c calc"!A1'])('%j is no formula', (text) => {
  const [cell = ''] = serializeCsv([[text]])
    .slice(1)
    .split('\r\n');
  expect(cell.replace(/^"/, '')).toMatch(/^'/);
});

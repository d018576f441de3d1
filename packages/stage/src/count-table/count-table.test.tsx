// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CountTable } from './count-table.tsx';

afterEach(cleanup);

it('puts each count under the head of what it was counted of', () => {
  render(
    <CountTable
      width={400}
      height={120}
      caption="counted so far"
      columns={[
        { id: 'tcp', title: 'TCP', colour: 1 },
        { id: 'udp', title: 'UDP', colour: 3 },
      ]}
      rows={[{ id: 'frames', title: 'frames', cells: ['12', '4'] }]}
    />,
  );
  const table = screen.getByRole('table', { name: 'counted so far' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['TCP', 'UDP']);
  const row = within(table).getByRole('row', { name: 'frames 12 4' });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['12', '4']);
});

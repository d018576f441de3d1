// @vitest-environment jsdom
import type { TraceEvent } from '@lockstep/trace';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { StageProps } from '../stage-props.ts';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { stagePropsOf } from '../testing/stage-props.ts';
import { SocketTable } from './socket-table.tsx';

afterEach(cleanup);

const trace = handshakeTrace();

function rowsAfter(test: (event: TraceEvent) => boolean, more: Partial<StageProps> = {}): string[][] {
  const cursor = trace.slice(0).findIndex(test) + 1;
  render(<SocketTable {...stagePropsOf(trace, cursor, { name: (actor) => actor, ...more })} />);
  const [, body] = screen.getAllByRole('rowgroup') as [HTMLElement, HTMLElement];
  return within(body)
    .queryAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent ?? ''));
}

const isState = (host: string, state: string) => (event: TraceEvent) =>
  event.kind === 'socket.state' && event.actor === `${host}.kernel` && event.state === state;

it('has a row for each socket, with the state that its kernel says and the one that the segments imply', () => {
  const rows = rowsAfter(isState('client', 'ESTABLISHED'));
  expect(rows).toContainEqual([
    'client',
    '10.0.0.1:41822→ 10.0.0.2:9000',
    'ESTABLISHED',
    'ESTABLISHED',
    '0 / 0 B',
    '–',
  ]);
  expect(rows.map(([, addresses, state]) => [addresses, state])).toContainEqual(['10.0.0.2:9000→ *', 'LISTEN']);
});

it('marks where the two differ: a segment is still on its way to be told', () => {
  rowsAfter((event) => event.kind === 'tcp.segment-delivered' && event.to === 'client');
  expect(screen.getByText('ESTABLISHED').dataset['differs']).toBe('true');
});

it('says nothing of kernels that it is not to show', () => {
  expect(rowsAfter(isState('client', 'ESTABLISHED'), { sources: new Set(['wire', 'derived']) })).toEqual([]);
});

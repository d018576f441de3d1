// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { createTrace } from '@lockstep/trace';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { sampleHeader, sampleTrace } from '../testing/sample-run.ts';
import { show } from '../testing/show.tsx';
import { NumbersToggle } from './numbers-toggle.tsx';
import { placeOf } from './share.ts';

beforeEach(() => useSettings.setState({ language: 'en' }));
afterEach(cleanup);

function traceWithSegment() {
  const trace = createTrace(sampleHeader);
  trace.append({
    at: 1,
    actor: 't1',
    source: 'wire',
    kind: 'tcp.segment-sent',
    frame: 0,
    from: '10.0.0.1',
    to: '10.0.0.2',
    sourcePort: 4000,
    destinationPort: 80,
    flags: 'SYN',
    sequence: 123456,
    acknowledgment: 0,
    window: 1000,
    length: 0,
    bytes: '',
  });
  return trace;
}

test('where TCP has sent something, its real numbers are one press away, and the address says so', () => {
  const { player } = show(<NumbersToggle />);
  act(() => player.open(traceWithSegment(), 'recording'));
  const button = screen.getByRole('button', { name: 'relative numbers', pressed: false });
  fireEvent.click(button);
  expect(screen.getByRole('button', { name: 'real numbers', pressed: true })).toBe(button);
  expect(placeOf(player.store.getState())).toMatchObject({ relative: false });
  act(() => useSettings.setState({ language: 'zh' }));
  expect(button.textContent).toBe('真实序号');
});

test('a run without TCP has no numbers to choose', () => {
  const { player } = show(<NumbersToggle />);
  act(() => player.open(sampleTrace(), 'recording'));
  expect(screen.queryByRole('button')).toBeNull();
});

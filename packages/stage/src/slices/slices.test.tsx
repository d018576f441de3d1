// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { gilTrace } from '../testing/gil-trace.ts';
import { Slices } from './slices.tsx';
import type { SlicesProps } from './slices-props.ts';

afterEach(cleanup);

const trace = gilTrace({ switches: 6, works: ['simulated lock', 'CPython 3.11.7'] });
const base: SlicesProps = {
  trace,
  length: trace.length,
  cursor: trace.length,
  spacing: 'logical',
  language: 'en',
  name: (actor) => actor,
  showFuture: true,
  sources: new Set(['program', 'derived']),
  selection: {},
  onSelect: () => undefined,
  onSeek: () => undefined,
  width: 736,
  height: 460,
};

it('compares the sections by what was measured in them', () => {
  render(<Slices {...base} workName={(work) => work.toUpperCase()} />);
  expect(screen.getByText('SIMULATED LOCK')).toBeDefined();
  expect(screen.getByText('CPYTHON 3.11.7')).toBeDefined();
  expect(screen.getAllByText('196 switches a second, median slice 5.06 ms')).toHaveLength(2);
  expect(screen.getAllByText('waits 5.08 ms')).toHaveLength(2);
});

it('tells in words what it shows, and measures nothing before its time', () => {
  render(<Slices {...base} cursor={12} showFuture={false} />);
  expect(screen.getByRole('img', { name: /simulated lock: t1: \d+ %, t2: \d+ %; 2 switches so far\.$/ })).toBeDefined();
  expect(screen.queryByText(/switches a second/)).toBeNull();
  expect(screen.queryByText('CPython 3.11.7')).toBeNull();
});

it('says so before anybody asks for the lock', () => {
  render(<Slices {...base} cursor={0} showFuture={false} language="zh" />);
  expect(screen.getByText('还没有线程请求这把锁。')).toBeDefined();
});

it('draws a row of slices as one path, however many there are', () => {
  const long = gilTrace({ switches: 500 });
  const { container } = render(<Slices {...base} trace={long} length={long.length} cursor={long.length} />);
  expect(container.querySelectorAll('path').length).toBeLessThan(200);
  expect(container.querySelector('.ls-slice-frame')).not.toBeNull();
});

it('leaves out what comes from a source that is hidden', () => {
  const { container } = render(<Slices {...base} sources={new Set(['derived'])} />);
  for (const path of container.querySelectorAll('path.ls-fill, path.ls-slice-wait'))
    expect(path.getAttribute('d')).toBe('');
});

it('a click goes to that moment', () => {
  const seeks: number[] = [];
  const { container } = render(<Slices {...base} onSeek={(cursor) => seeks.push(cursor)} />);
  fireEvent.click(container.querySelector('rect.ls-row') as Element, { clientX: 0 });
  expect(seeks).toHaveLength(1);
  expect(seeks[0]).toBeGreaterThan(0);
});

import { expect, test } from 'vitest';
import { sampleHeader } from '../testing/sample-run.ts';
import { realityWords } from '../words/reality-words.ts';
import { realityLine } from './reality.ts';

const words = realityWords.en;
const network = (lane: 'A' | 'B' | 'C') => ({ ...sampleHeader, mode: 'free' as const, reality: { lane, parts: [] } });

test('a live run is called by what is real in it', () => {
  expect(realityLine(sampleHeader, 'live', words).text).toContain('gated before each operation');
  expect(realityLine({ ...sampleHeader, mode: 'batch' }, 'live', words).text).toContain('running freely');
  expect(realityLine(network('A'), 'live', words).text).toContain('two hosts');
  expect(realityLine(network('C'), 'live', words).text).toContain('socket tables');
});

test('a run in real CPython is called by its version', () => {
  const python = { ...sampleHeader, reality: { parts: ['cpython', 'cpython-3.11.7', 'gil'] } };
  expect(realityLine({ ...python, mode: 'free' }, 'live', words).text).toBe('CPython 3.11.7 itself');
  expect(realityLine({ ...python, mode: 'stepped' }, 'live', words).text).toContain('before each bytecode instruction');
});

test('a lock that we made is called simulated, also where CPython runs after it', () => {
  const parts = ['worker-threads', 'shared-memory', 'simulated-gil'];
  const run = { ...sampleHeader, mode: 'free' as const, reality: { parts } };
  expect(realityLine(run, 'live', words).text).toBe('worker threads under a simulated interpreter lock');
  const both = { ...run, reality: { parts: [...parts, 'cpython', 'cpython-3.11.7', 'gil'] } };
  expect(realityLine(both, 'live', words).text).toMatch(/simulated interpreter lock, then CPython 3\.11\.7 itself$/);
});

test('a recording is called one, with its system and its day', () => {
  expect(realityLine(sampleHeader, 'golden', words)).toEqual({
    label: 'Recording:',
    text: 'a real run on Linux 6.1, 2026-01-02',
    isModel: false,
  });
});

test('a search is never called real', () => {
  for (const origin of ['live', 'recording'] as const)
    expect(realityLine({ ...sampleHeader, mode: 'search' }, origin, words)).toMatchObject({ isModel: true });
});
